'use client';
// What the acceptance panel shows: the chosen run, the traces of all methods, and the cursor.

import { useMemo } from 'react';
import type { Config, MethodName, RunSpec, Trace } from '@/gpu';
import { useNotebookState } from '../notebook/context';
import type { Traces } from '../notebook/state';
import { useLit } from './use-lit';

export type TalesView = Readonly<{
  config: Config;
  run: RunSpec;
  method: MethodName;
  /** Methods that run: the race, and the shown one. */
  race: readonly MethodName[];
  /** The traces of these methods. */
  traces: Traces;
  /** The trace of the shown method. */
  trace: Trace | undefined;
  /** Round shown last, from 0. */
  index: number;
  /** Output position that the reader points at, from 1. */
  lit: number | undefined;
}>;

export function useTales(): TalesView {
  const run = useNotebookState((state) => state.choices.runs.tales);
  const step = useNotebookState((state) => state.choices.step);
  const config = useNotebookState((state) => state.models.tales.config);
  const all = useNotebookState((state) => state.traces.tales);
  const chosen = useNotebookState((state) => state.choices.race);
  const lit = useLit('tales');
  const method = run.method;
  const race = useMemo(() => [...new Set([...chosen, method])], [chosen, method]);
  const traces = useMemo(
    () => Object.fromEntries(race.map((name) => [name, all[name]])) as Traces,
    [race, all],
  );
  const trace = traces[method];
  const last = Math.max(0, (trace?.steps.length ?? 0) - 1);
  const index = step === null ? last : Math.min(step, last);
  return { config, run, method, race, traces, trace, index, lit };
}
