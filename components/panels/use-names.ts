'use client';
// What the panels of the names model share: the chosen run, its u's, the three traces, what is lit.

import { useMemo } from 'react';
import { type Config, type RunSpec, type Trace, uniform } from '@/gpu';
import { useNotebookState } from '../notebook/context';
import { sameText } from '../notebook/state';
import { useLit } from './use-lit';

export type NamesView = Readonly<{
  config: Config;
  /** The chosen run; where no model answers choices, the run that the traces are of. */
  run: RunSpec;
  /** [tokens] the u's of that run; the traces may still be of the ones before. */
  u: readonly number[];
  ar: Trace | undefined;
  ptp: Trace | undefined;
  independent: Trace | undefined;
  /** Output position that the reader points at. */
  lit: number | undefined;
}>;

export function useNames(): NamesView {
  const chosen = useNotebookState((state) => state.choices.runs.names);
  const status = useNotebookState((state) => state.models.names.status.kind);
  const config = useNotebookState((state) => state.models.names.config);
  const { ar, 'o-ptp': ptp, independent } = useNotebookState((state) => state.traces.names);
  const lit = useLit('names');
  const answers = status === 'live' || status === 'loading';
  const run = answers ? chosen : (ar?.run ?? chosen);
  const u = useMemo(
    () => Array.from({ length: run.tokens }, (_, k) => run.u[k] ?? uniform(run.seed, k)),
    [run],
  );
  return { config, run, u, ar, ptp, independent, lit };
}

/** Whether what is shown answers other dials than those that stand there. */
export function isStale({ run, ar }: NamesView): boolean {
  return !ar || !sameText(ar.run, run);
}
