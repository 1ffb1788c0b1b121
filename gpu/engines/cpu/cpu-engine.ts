// The readable specification of an engine, and the one that works everywhere. Read network.ts for
// the mathematics and cpu-context.ts for the cache and the rule of who attends to whom. Its loops are
// TypeScript (math.ts) or, where it runs, WebAssembly (wasm/).

import { type Config, MAX_POSITIONS, type StudentName } from '../../model/config';
import type { Tensors } from '../../model/safetensors';
import { mergeStudent, valuesOf } from '../../model/weights';
import type { Context, Engine } from '../engine';
import { CpuContext, type Shared, type StudentWeights } from './cpu-context';
import type { MakeKernels } from './kernels';
import { ropeTables } from './math';
import { weightsOf } from './network';
import { bestKernels } from './wasm';

export type CpuOptions = Readonly<{
  /** The loops; the fastest that run here unless given. */
  makeKernels?: MakeKernels;
  /** Sees every layer's activations; for goldens. */
  probe?: (activations: Float32Array) => void;
}>;

/** An engine over the teacher's tensors. Throws Fault 'no-memory'. */
export function createCpuEngine(
  config: Config,
  teacher: Tensors,
  { makeKernels = bestKernels, probe }: CpuOptions = {},
): Engine {
  const kernels = makeKernels(config);
  const students = new Map<StudentName, StudentWeights>();
  const shared: Shared = {
    config,
    kernels,
    embed: valuesOf(teacher, 'embed'),
    teacher: weightsOf(kernels, config, teacher),
    students,
    rope: ropeTables(MAX_POSITIONS, config.channels / config.heads),
    probe,
  };
  return {
    kind: 'cpu',
    device: kernels.name,
    config,
    async load(student: StudentName, tensors: Tensors): Promise<void> {
      if (students.has(student)) return;
      const merged = mergeStudent(teacher, tensors);
      students.set(student, {
        ...weightsOf(kernels, config, merged),
        uEmbed: valuesOf(merged, 'u_embed'),
        temperatureEmbed: valuesOf(merged, 'temperature_embed'),
      });
    },
    has: (student) => students.has(student),
    begin: (): Context => new CpuContext(shared),
    destroy: () => students.clear(),
  };
}
