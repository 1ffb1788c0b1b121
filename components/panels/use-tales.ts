'use client';
// What the acceptance panel shows: the chosen run, the traces of all methods, and the cursor.

import { useMemo } from 'react';
import type { Config, RunSpec, Trace } from '@/gpu';
import { useNotebookState } from '../notebook/context';
import { sameText } from '../notebook/state';
import type { RaceMethod } from './methods';

export type TalesView = Readonly<{
  config: Config;
  run: RunSpec;
  method: RaceMethod;
  traces: Readonly<Partial<Record<RaceMethod, Trace>>>;
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
  const ar = useNotebookState((state) => state.traces['tales/ar']);
  const independent = useNotebookState((state) => state.traces['tales/independent']);
  const ptp = useNotebookState((state) => state.traces['tales/o-ptp']);
  const cPtp = useNotebookState((state) => state.traces['tales/c-ptp']);
  const pqd = useNotebookState((state) => state.traces['tales/pqd']);
  // It runs only while it is shown: a trace that answers other choices does not race with the others.
  const racing = cPtp && (run.method === 'c-ptp' || sameText(cPtp.run, run)) ? cPtp : undefined;
  const lit = useNotebookState((state) => state.lit);
  const traces = useMemo(
    () => ({
      ...(ar && { ar }),
      ...(independent && { independent }),
      ...(ptp && { 'o-ptp': ptp }),
      ...(racing && { 'c-ptp': racing }),
      ...(pqd && { pqd }),
    }),
    [ar, independent, ptp, racing, pqd],
  );
  const method = run.method;
  const trace = traces[method];
  const last = Math.max(0, (trace?.steps.length ?? 0) - 1);
  const index = step === null ? last : Math.min(step, last);
  const position = lit?.model === 'tales' ? lit.position + 1 : undefined;
  return { config, run, method, traces, trace, index, lit: position };
}
