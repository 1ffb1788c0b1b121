'use client';
// What every live figure has: an address of its own, the state of its model, when it wakes, what it shows.
// Read next: CellFrame.tsx, which stands round the figure; CellActions.tsx, what a reader can do with it.

import { type RefObject, useRef } from 'react';
import type { ModelName, RunSpec, Trace } from '@/gpu';
import type { Own } from '../notebook/actions';
import { useLasting, useNotebookState } from '../notebook/context';
import type { PartName } from '../notebook/part-names';
import { isFromFile, isRecorded } from '../notebook/recorded';
import type { Measure, ModelStatus } from '../notebook/state';
import { useWake } from '../panels/use-wake';

export type CellOptions = Readonly<{
  /** Anchor of the figure, and its name in an address: `aux`. */
  id: string;
  model: ModelName;
  /** What is kept up to date for it. */
  parts: readonly PartName[];
  /** What it shows, as one value: recorded, or computed in this tab. */
  value: Parameters<typeof isRecorded>[0];
  /** What it shows belongs to other choices than those now made. */
  stale: boolean;
  /** The run that is shown, for what shows one. */
  shown?: RunSpec | undefined;
  /** The traces that it draws, for those who take them along. */
  traces?: readonly (Trace | undefined)[];
  /** Those of them that a pinned run compares, if not all. */
  pinned?: readonly (Trace | undefined)[];
  /** What a pinned run compares besides the totals of these traces; of the first of them, if there are any. */
  measures?: readonly Measure[];
  /** Choices that are its alone. */
  own?: readonly Own[];
  /** It runs only when the reader asks, however near. */
  asked?: boolean;
}>;

export type Cell = Omit<Required<CellOptions>, 'value' | 'asked' | 'shown' | 'traces' | 'pinned'> &
  Readonly<{
    shown: RunSpec | undefined;
    traces: readonly Trace[];
    pinned: readonly Trace[];
    status: ModelStatus;
    recorded: boolean;
    /** What it shows was opened from a file. */
    fromFile: boolean;
    /** The reader has stopped it. */
    stopped: boolean;
    /** The picture itself, without controls. */
    place: RefObject<HTMLDivElement | null>;
    /** Offered where nothing loads by itself, as the reader saves data. */
    onLoad: (() => void) | undefined;
  }>;

export function useCell(options: CellOptions): Cell {
  const {
    id,
    model,
    parts,
    value,
    shown,
    traces = [],
    pinned = traces,
    own = [],
    measures = [],
    asked = false,
  } = options;
  const place = useRef<HTMLDivElement>(null);
  const status = useNotebookState((state) => state.models[model].status);
  const stopped = useNotebookState((state) =>
    parts.some((part) => state.parts[part] === 'stopped'),
  );
  const onLoad = useWake(place, asked ? [] : parts);
  const stale = useLasting(options.stale);
  const recorded = isRecorded(value);
  return {
    ...{ id, model, parts, shown, own, place, status, stopped, onLoad, stale, recorded },
    ...{ fromFile: isFromFile(value), measures },
    ...{ traces: traces.filter(isThere), pinned: pinned.filter(isThere) },
  };
}

const isThere = (trace: Trace | undefined) => trace !== undefined;
