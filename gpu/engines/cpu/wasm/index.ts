// The kernels in WebAssembly. An array of the TypeScript kernels is an address here, which a view of
// the memory knows by itself.

import type { Config } from '../../../model/config';
import { Fault } from '../../../model/fault';
import { type Kernels, mostKeys, plainKernels } from '../kernels';
import { type KeyValues, NORM_EPS } from '../math';
import { BYTES } from './bytes';
import { PieceMemory } from './memory';

/** The functions of kernels.ts beside this file. */
type Exports = Readonly<
  Record<
    'matmulRows' | 'rmsNormRows' | 'addTo' | 'reluSquared' | 'attendRow',
    (...values: number[]) => void
  >
>;

/** The parts of `WebAssembly` that are used. */
export type Wasm = Pick<typeof WebAssembly, 'Module' | 'Instance' | 'Memory'>;

/** WebAssembly where it runs here, with SIMD; else the TypeScript kernels. */
export function bestKernels(config: Config, wasm?: Wasm): Kernels {
  try {
    return wasmKernels(config, wasm);
  } catch (cause) {
    if (cause instanceof Fault) return plainKernels(config);
    throw cause;
  }
}

/** Throws Fault 'no-wasm'. */
export function wasmKernels(config: Config, wasm: Wasm = globalThis.WebAssembly): Kernels {
  const { loops, memory } = instantiate(wasm);
  const { heads, channels } = config;
  const keys = mostKeys(config);
  const list = memory.floats(keys);
  const weights = memory.floats(keys + 3);
  let addresses: Uint32Array = new Uint32Array();
  const listed = () => {
    if (addresses.length === 0) {
      addresses = new Uint32Array(list.values.buffer, list.values.byteOffset, keys);
    }
    return addresses;
  };
  return {
    name: 'CPU, WebAssembly',
    floats: (count) => memory.floats(count),
    store(values) {
      const floats = memory.floats(values.length);
      floats.values.set(values);
      return floats;
    },
    free: (floats) => memory.free(floats),
    matmulRows: (out, x, weight, rows, inputs, outputs) =>
      loops.matmulRows(out.byteOffset, x.byteOffset, weight.byteOffset, rows, inputs, outputs),
    rmsNormRows: (out, x, gain, rows) =>
      loops.rmsNormRows(
        ...[out.byteOffset, x.byteOffset, gain.byteOffset],
        ...[rows, gain.length, NORM_EPS],
      ),
    addTo: (x, y, count) => loops.addTo(x.byteOffset, y.byteOffset, count),
    reluSquared: (x, count) => loops.reluSquared(x.byteOffset, count),
    attendRow(out, to, query, from, own, near, past, far) {
      const places = listed();
      listKeys(places, 0, own, near);
      listKeys(places, own.length, past, far);
      loops.attendRow(
        ...[out.byteOffset + 4 * to, query.byteOffset + 4 * from, heads, channels / heads],
        ...[places.byteOffset, own.length + past.length, weights.values.byteOffset],
      );
    },
  };
}

/** Where the keys of `rows` begin, into `list` from `first` on. */
function listKeys(
  list: Uint32Array,
  first: number,
  rows: readonly number[],
  { values, stride, key }: KeyValues,
): void {
  const start = values.byteOffset + 4 * key;
  let index = first;
  for (const row of rows) list[index++] = start + 4 * stride * row;
}

function instantiate(wasm: Wasm): { loops: Exports; memory: PieceMemory } {
  try {
    const bytes = Uint8Array.from(atob(BYTES), (character) => character.charCodeAt(0));
    const memory = new wasm.Memory({ initial: 1 });
    const { exports } = new wasm.Instance(new wasm.Module(bytes), { env: { memory } });
    return { loops: exports as Exports, memory: new PieceMemory(memory) };
  } catch (cause) {
    throw new Fault('no-wasm', 'WebAssembly with SIMD does not run here.', { cause });
  }
}
