// Both sets of kernels of the CPU engine, for tests that hold them to the same rules.

import { type MakeKernels, plainKernels } from '../engines/cpu/kernels';
import { wasmKernels } from '../engines/cpu/wasm';

export const KERNEL_SETS: readonly [name: string, MakeKernels][] = [
  ['TypeScript', plainKernels],
  ['WebAssembly', wasmKernels],
];
