'use client';
// What the acceptance panel shows: the chosen run, the traces of all methods, and the cursor.

import type { Config, MethodName, RunSpec, Trace } from '@/gpu';
import { useNotebookState } from '../notebook/context';
import type { Traces } from '../notebook/state';

export type TalesView = Readonly<{
  config: Config;
  run: RunSpec;
  method: MethodName;
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
  const traces = useNotebookState((state) => state.traces.tales);
  const lit = useNotebookState((state) => state.lit);
  const method = run.method;
  const trace = traces[method];
  const last = Math.max(0, (trace?.steps.length ?? 0) - 1);
  const index = step === null ? last : Math.min(step, last);
  const position = lit?.model === 'tales' ? lit.position + 1 : undefined;
  return { config, run, method, traces, trace, index, lit: position };
}
