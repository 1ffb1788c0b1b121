// Makes an engine by name. The WebGPU engine is reached by a dynamic import alone: it stays out of the
// first download, and Vitest never meets a .wgsl file.

import type { Config } from '../model/config';
import { Fault } from '../model/fault';
import type { Tensors } from '../model/safetensors';
import { createCpuEngine } from './cpu/cpu-engine';
import type { Engine } from './engine';
import type { KernelCheck } from './webgpu/self-check';

export type { KernelCheck };

export type EngineKind = Engine['kind'];

/**
 * An engine over the teacher's tensors.
 * @param gpu where WebGPU is found; the browser's own unless given
 * Throws Fault 'no-webgpu'.
 */
export async function createEngine(
  kind: EngineKind,
  config: Config,
  teacher: Tensors,
  gpu = browserGpu(),
): Promise<Engine> {
  if (kind === 'cpu') return createCpuEngine(config, teacher);
  const { createWebGpuEngine } = await import('./webgpu');
  return createWebGpuEngine(config, teacher, gpu);
}

/** Whether there is a GPU that is not itself a program on the CPU; our own CPU engine beats those. */
export async function hasRealGpu(gpu = browserGpu()): Promise<boolean> {
  if (!gpu) return false;
  const { findAdapter } = await import('./webgpu');
  try {
    return !(await findAdapter(gpu)).software;
  } catch (cause) {
    if (cause instanceof Fault) return false;
    throw cause;
  }
}

/** Whether a GPU computes what the CPU engine computes, check by check. Throws Fault. */
export async function* checkKernels(gpu = browserGpu()): AsyncGenerator<KernelCheck> {
  const checks = await import('./webgpu/self-check');
  yield* checks.checkKernels(gpu);
}

function browserGpu(): GPU | undefined {
  return globalThis.navigator?.gpu;
}
