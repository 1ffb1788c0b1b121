// The WebAssembly kernels against the TypeScript ones, at sizes that fill vectors of four and at sizes
// that do not; and a row's bits, which are its own.

import { describe, expect, test } from 'vitest';
import { uniform } from '../../../decoding/u';
import type { Config } from '../../../model/config';
import { TINY } from '../../../testing/tiny-model';
import { type Floats, type Kernels, plainKernels } from '../kernels';
import { wasmKernels } from '.';

/** f32 sums against f64 sums, as a share of the largest result. */
const TOLERANCE = 1e-5;
const CHANNELS = [6, 12, 20, 96, 128];
const ROWS = [1, 2, 3, 4, 5, 17];
const KEYS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 261];
const WINDOW = 300;

/** Numbers in [-1, 1), always the same ones. */
function numbers(count: number, seed: number): Float32Array {
  return Float32Array.from({ length: count }, (_, i) => 2 * uniform(seed, i) - 1);
}

const content = ({ values }: Floats): number[] => Array.from(values);

describe.each(CHANNELS)('%d channels', (channels) => {
  const config: Config = { ...TINY, channels, heads: 2, window: WINDOW };
  const [plain, wasm] = [plainKernels(config), wasmKernels(config)];

  /** Runs the loops of both sets, compares them, and returns what WebAssembly computes. */
  function compare(run: (kernels: Kernels) => number[]): number[] {
    const [expected, found] = [run(plain), run(wasm)];
    const error = expected.reduce(
      (worst, value, i) => Math.max(worst, Math.abs(value - (found[i] ?? Number.NaN))),
      0,
    );
    expect(error / Math.max(1, ...expected.map(Math.abs))).toBeLessThan(TOLERANCE);
    return found;
  }

  const multiply = (rows: number, outputs: number) => (kernels: Kernels) => {
    const out = kernels.floats(rows * outputs);
    const x = kernels.store(numbers(rows * channels, 1));
    const weight = kernels.store(numbers(outputs * channels, 2));
    kernels.matmulRows(out.values, x.values, weight.values, rows, channels, outputs);
    return content(out);
  };

  test('products of rows, each with the bits that it has among others', () => {
    for (const outputs of [3, channels, 2 * channels + 3]) {
      const most = multiply(Math.max(...ROWS), outputs)(wasm);
      for (const rows of ROWS) {
        expect(compare(multiply(rows, outputs))).toEqual(most.slice(0, rows * outputs));
      }
    }
  });

  test.each(ROWS)('norms, sums and squares of %d rows', (rows) => {
    const count = rows * channels;
    type Run = (kernels: Kernels, x: Float32Array, y: Float32Array, gain: Float32Array) => void;
    const filled = (run: Run) =>
      compare((kernels) => {
        const x = kernels.store(numbers(count + 1, 3));
        const y = kernels.store(numbers(count, 4));
        const gain = kernels.store(numbers(channels, 5));
        run(kernels, x.values, y.values, gain.values);
        return content(x);
      });
    const results = [
      filled(({ addTo }, x, y) => addTo(x, y, count)),
      filled(({ reluSquared }, x) => reluSquared(x, count)),
      filled(({ rmsNormRows }, x, y, gain) => rmsNormRows(x, y, gain, rows)),
    ];
    // Nothing is written behind the end.
    for (const result of results) expect(result.at(-1)).toBe(numbers(count + 1, 3).at(-1));
  });

  /** A row that sees `count` keys, of which `own` travel in its call. */
  const attend = (count: number, own: number, strength: number) => (kernels: Kernels) => {
    const [long, short] = [3 * channels, 2 * channels];
    const keys = Array.from({ length: count }, (_, key) => key);
    const row = (key: number) => count - 1 - key;
    const slot = (key: number) => (7 * key) % WINDOW;
    const near = kernels.floats(count * long);
    const far = kernels.floats(WINDOW * short);
    for (const key of keys) {
      const pair = numbers(short, 10 + key);
      near.values.set(pair, row(key) * long + channels);
      far.values.set(pair, slot(key) * short);
    }
    const query = kernels.store(numbers(channels, 7).map((value) => strength * value));
    const out = kernels.floats(channels);
    kernels.attendRow(
      ...([out.values, 0, query.values, 0] as const),
      ...([
        keys.slice(0, own).map(row),
        { values: near.values, stride: long, key: channels },
      ] as const),
      ...([keys.slice(own).map(slot), { values: far.values, stride: short, key: 0 }] as const),
    );
    const result = content(out);
    for (const floats of [near, far, query, out]) kernels.free(floats);
    return result;
  };

  test.each(KEYS)('attention to %d keys, with the same bits wherever they lie', (count) => {
    for (const strength of [1, 100]) {
      const bits = compare(attend(count, count >> 1, strength));
      for (const own of [0, 1, count]) expect(attend(count, own, strength)(wasm)).toEqual(bits);
    }
  });
});
