// What the page, the frame of a code cell and the worker in it say to each other. Plain values only.

import type { RunSpec, Trace } from '@/gpu';

/** How long code may compute, ms. Waiting for a file does not count. */
export const LIMIT_MS = 5000;

/** What the reader's code finds beside our functions. */
export type Scope = Readonly<{
  run: RunSpec;
  /** The shown run. */
  trace: Trace | undefined;
  /** The traces of every method that has run, by its name. */
  traces: Readonly<Record<string, Trace>>;
}>;

/** From the page to the worker, through the frame. */
export type ToCode =
  | Readonly<{ kind: 'run'; code: string; scope: Scope }>
  | Readonly<{ kind: 'file'; path: string; content: ArrayBuffer | null }>;

/** From the worker to the page, through the frame. */
export type FromCode =
  /** The frame is there and takes code. */
  | Readonly<{ kind: 'ready' }>
  | Readonly<{ kind: 'print'; text: string }>
  /** A file below /model/ is needed. */
  | Readonly<{ kind: 'need'; path: string }>
  /** `fault`: the code of a Fault; it comes from where readers' code runs, and may be anything. */
  | Readonly<{ kind: 'error'; text: string; line: number | null; fault?: string }>
  /** It ran longer than it may. */
  | Readonly<{ kind: 'late' }>
  | Readonly<{ kind: 'end' }>;
