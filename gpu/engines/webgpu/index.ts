// The engine on WebGPU: f32 throughout, one WGSL file per kernel, and two families of kernels, of which
// trial.ts picks one. Its readable twin is engines/cpu. Read next: context.ts.

import { type Config, MAX_POSITIONS, type StudentName } from '../../model/config';
import type { Tensors } from '../../model/safetensors';
import { mergeStudent, valuesOf } from '../../model/weights';
import type { Engine } from '../engine';
import { GpuContext } from './context';
import { Device } from './device';
import type { KernelFamily } from './kernels';
import { createPipelines } from './pipelines';
import { STUDENTS, sizesOf } from './sizes';
import { TABLE_BYTES } from './table';
import { fasterFamily } from './trial';
import { createWeightBuffers, writeWeights } from './weights';
import { createBuffers, createGroups, type Shared } from './workspace';

export { findAdapter } from './adapter';
export type { KernelFamily };

export interface WebGpuEngine extends Engine {
  /** Whether this "GPU" is a program on the CPU; the CPU engine is then the faster one. */
  readonly software: boolean;
  /** The kernels that it runs, for as long as it lives. */
  readonly family: KernelFamily;
}

/**
 * An engine on the reader's GPU, with the teacher's weights on it; its kernels compile while they come.
 * @param family the kernels to run; those that a timed trial finds faster unless given
 * Throws Fault 'no-webgpu' if there is no GPU or it cannot run the kernels; after that, everything
 * throws Fault 'device-lost' once the GPU went away. Engines share one GPUDevice; where it was lost, a
 * new engine asks for a new one.
 */
export async function createWebGpuEngine(
  config: Config,
  teacher: Tensors | Promise<Tensors>,
  gpu: GPU | undefined,
  family?: KernelFamily,
): Promise<WebGpuEngine> {
  const device = await Device.open(gpu);
  try {
    const shared = await prepare(device, config, family ?? (await fasterFamily(device)));
    const weights = await teacher;
    writeWeights(device.gpu, shared.weights, config, shared.sizes, 0, weights);
    return engineOf(shared, weights);
  } catch (error) {
    device.destroy();
    throw error;
  }
}

async function prepare(device: Device, config: Config, family: KernelFamily): Promise<Shared> {
  if (config.u_knots > 512) throw new Error(`${config.u_knots} u knots do not fit nine bits`);
  if (config.window > MAX_POSITIONS) throw new Error(`A window of ${config.window}`);
  const sizes = sizesOf(config);
  const pipelines = await createPipelines(device, config, sizes, family);
  return device.create('its buffers', () => {
    const weights = createWeightBuffers(device, config, sizes);
    const buffers = createBuffers(device, config, sizes);
    const groups = createGroups(device.gpu, pipelines, weights, buffers);
    const table = new Uint32Array(TABLE_BYTES / 4);
    return { device, config, sizes, family, pipelines, weights, buffers, groups, table };
  });
}

function engineOf(shared: Shared, teacher: Tensors): WebGpuEngine {
  const { device, config, sizes, family, weights } = shared;
  const loaded = new Set<StudentName>();
  const has = (student: StudentName) => loaded.has(student);
  return {
    kind: 'webgpu',
    device: `${device.name}, ${family} kernels`,
    software: device.software,
    family,
    config,
    has,
    async load(student: StudentName, tensors: Tensors): Promise<void> {
      if (has(student)) return;
      device.check();
      const set = 1 + STUDENTS.indexOf(student);
      writeWeights(device.gpu, weights, config, sizes, set, mergeStudent(teacher, tensors));
      loaded.add(student);
    },
    begin: ({ states = false } = {}) =>
      new GpuContext(shared, has, states ? valuesOf(teacher, 'final_norm') : undefined),
    destroy: () => device.destroy(),
  };
}
