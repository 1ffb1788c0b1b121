// Makes an engine by name. The WebGPU engine is reached by a dynamic import alone: it stays out of the
// first download, and Vitest never meets a .wgsl file.

import type { Config } from '../model/config';
import { Fault } from '../model/fault';
import type { Tensors } from '../model/safetensors';
import { createCpuEngine } from './cpu/cpu-engine';
import type { Engine } from './engine';
import type { KernelFamily } from './webgpu';
import type { KernelCheck } from './webgpu/self-check';

export type { KernelCheck, KernelFamily };

export type EngineKind = Engine['kind'];

/**
 * An engine over the teacher's tensors, which may still be on their way.
 * @param gpu where WebGPU is found; the browser's own unless given
 * @param family the GPU's kernels; those that a timed trial finds faster unless given
 * Throws Fault 'no-webgpu', and what `teacher` is rejected with.
 */
export async function createEngine(
  kind: EngineKind,
  config: Config,
  teacher: Tensors | Promise<Tensors>,
  gpu = browserGpu(),
  family?: KernelFamily,
): Promise<Engine> {
  if (kind === 'cpu') return createCpuEngine(config, await teacher);
  const { createWebGpuEngine } = await import('./webgpu');
  return createWebGpuEngine(config, teacher, gpu, family);
}

/** What WebGPU offers here. A software adapter is itself a program on the CPU; our CPU engine beats it. */
export type GpuFound = 'no WebGPU' | 'no adapter' | 'a software adapter' | 'a GPU';

export async function findGpu(gpu = browserGpu()): Promise<GpuFound> {
  if (!gpu) return 'no WebGPU';
  const { findAdapter } = await import('./webgpu');
  try {
    return (await findAdapter(gpu)).software ? 'a software adapter' : 'a GPU';
  } catch (cause) {
    if (cause instanceof Fault) return 'no adapter';
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
