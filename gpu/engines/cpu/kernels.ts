// What the network needs from the machine: memory, and the loops over it. There are two sets of both:
// this one, the TypeScript of math.ts, is the specification; the one of wasm/ is its fast twin.

import { type Config, MAX_ROWS } from '../../model/config';
import { type AttendRow, addTo, attendRowBy, matmulRows, reluSquared, rmsNormRows } from './math';

/**
 * A piece of the kernels' memory. Read `values` anew after any call of `floats` or `store`: memory that
 * grows moves, and leaves an empty array behind.
 */
export type Floats = Readonly<{ values: Float32Array }>;

/** The loops of math.ts; every array that they get is a view of `Floats`. */
export type Kernels = Readonly<{
  /** A name for the reader. */
  name: string;
  /** A piece for `count` numbers, with anything in it. Throws Fault 'no-memory'. */
  floats(count: number): Floats;
  /** A piece that holds these numbers. Throws Fault 'no-memory'. */
  store(values: Float32Array): Floats;
  /** Takes a piece back, once. */
  free(floats: Floats): void;
  matmulRows: typeof matmulRows;
  rmsNormRows: typeof rmsNormRows;
  addTo: typeof addTo;
  reluSquared: typeof reluSquared;
  attendRow: AttendRow;
}>;

export type MakeKernels = (config: Config) => Kernels;

export function plainKernels(config: Config): Kernels {
  const { heads, channels } = config;
  return {
    name: 'CPU',
    floats: (count) => ({ values: new Float32Array(count) }),
    store: (values) => ({ values }),
    free: () => {},
    matmulRows,
    rmsNormRows,
    addTo,
    reluSquared,
    attendRow: attendRowBy(heads, channels / heads, mostKeys(config)),
  };
}

/** As many keys as one row can see: those of its call, and the cache. */
export function mostKeys({ window }: Config): number {
  return MAX_ROWS + window;
}
