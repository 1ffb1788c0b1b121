'use client';
// A panel of the chapters on the teacher's page: the teacher's hand is on it, and what it computes is sent to
// every screen. A panel that a lesson may show: a line here, a picture in PanelPicture.tsx. All of them come with
// the page: a network that goes in mid-lesson takes no panel along.

import { type ComponentType, useEffect, useMemo, useRef } from 'react';
import type { PanelKind, Words } from '@/classroom';
import { useNotebookState } from '../notebook/context';
import { Notebook } from '../notebook/Notebook';
import { sameText } from '../notebook/state';
import { AcceptPanel } from '../panels/AcceptPanel';
import { AuxPanel } from '../panels/AuxPanel';
import { Cover } from '../panels/Cover';
import { DependentPanel } from '../panels/DependentPanel';
import { TreePanel } from '../panels/TreePanel';
import { isStale, useNames } from '../panels/use-names';
import { useTales } from '../panels/use-tales';
import { type PanelFigure, writeFigure } from './figures';

type Say = Readonly<{ say: (words: Words) => void }>;

const CASTS: Readonly<Record<PanelKind, { Panel: ComponentType; Cast: ComponentType<Say> }>> = {
  cover: { Panel: Cover, Cast: NamesCast },
  ruler: { Panel: AuxPanel, Cast: NamesCast },
  squares: { Panel: DependentPanel, Cast: SquaresCast },
  race: { Panel: AcceptPanel, Cast: TalesCast },
  tree: { Panel: TreePanel, Cast: TalesCast },
};

/** Controls that rest this long are shown to the class, ms. */
const REST_MS = 250;

export function PanelCast({ kind, say }: Say & Readonly<{ kind: PanelKind }>) {
  const { Panel, Cast } = CASTS[kind];
  return (
    <Notebook key={kind}>
      <Panel />
      <Cast say={say} />
    </Notebook>
  );
}

function NamesCast({ say }: Say) {
  const { config, run, u, ar, ptp, independent } = useNames();
  const device = useDevice('names');
  const figure = useMemo((): PanelFigure | null => {
    const names = { config, run, u, ar, ptp, independent, lit: undefined };
    return isStale(names) ? null : { kind: 'names', device, names };
  }, [config, run, u, ar, ptp, independent, device]);
  useCast(figure, say);
  return null;
}

function SquaresCast({ say }: Say) {
  const { config, u } = useNames();
  const squares = useNotebookState((state) => state.squares);
  const device = useDevice('names');
  const figure = useMemo((): PanelFigure | null => {
    if (!squares || squares.coarse) return null;
    return { kind: 'squares', device, config, squares, at: { u1: u[0] ?? 0, u2: u[1] ?? 0 } };
  }, [config, u, squares, device]);
  useCast(figure, say);
  return null;
}

function TalesCast({ say }: Say) {
  const { config, run, method, race, traces } = useTales();
  const device = useDevice('tales');
  const figure = useMemo((): PanelFigure | null => {
    const whole = race.every((name) => {
      const trace = traces[name];
      return trace?.done && sameText(trace.run, run);
    });
    return whole ? { kind: 'tales', device, config, method, traces } : null;
  }, [config, run, method, race, traces, device]);
  useCast(figure, say);
  return null;
}

function useDevice(model: 'names' | 'tales'): string | null {
  const status = useNotebookState((state) => state.models[model].status);
  return status.kind === 'live' ? status.device : null;
}

/** Sends a figure to the room once it is whole and rests. */
function useCast(figure: PanelFigure | null, say: Say['say']): void {
  const latest = useRef(say);
  useEffect(() => {
    latest.current = say;
  });
  useEffect(() => {
    if (!figure) return;
    const timer = setTimeout(() => {
      latest.current({ kind: 'show', figure: writeFigure(figure) as never });
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [figure]);
}
