// The readable specification of an engine, and the one that works everywhere. Read network.ts for
// the mathematics and cpu-context.ts for the cache and the rule of who attends to whom. Its loops are
// TypeScript (math.ts) or, where it runs, WebAssembly (wasm/).

import { type Config, MAX_POSITIONS, type StudentName } from '../../model/config';
import type { Tensors } from '../../model/safetensors';
import { mergeStudent, valuesOf } from '../../model/weights';
import type { ContextOptions, Engine } from '../engine';
import { CpuContext, type Shared, type StudentWeights } from './cpu-context';
import type { MakeKernels } from './kernels';
import { ropeTables } from './math';
import { fuseOf, weightsOf } from './network';
import { bestKernels } from './wasm';

export type CpuOptions = Readonly<{
  /** The loops; the fastest that run here unless given. */
  makeKernels?: MakeKernels;
  /** Sees every layer's activations; for goldens. */
  probe?: (activations: Float32Array) => void;
}>;

export interface CpuEngine extends Engine {
  begin(options?: ContextOptions): CpuContext;
}

/**
 * An engine over the teacher's tensors, or over a block's that joins states and tokens (it has `from_state`).
 * Throws Fault 'no-memory'.
 */
export function createCpuEngine(
  config: Config,
  teacher: Tensors,
  { makeKernels = bestKernels, probe }: CpuOptions = {},
): CpuEngine {
  const kernels = makeKernels(config);
  const students = new Map<StudentName, StudentWeights>();
  const shared: Shared = {
    config,
    kernels,
    embed: valuesOf(teacher, 'embed'),
    fuse: teacher.has('from_state') ? fuseOf(kernels, teacher) : undefined,
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
    begin: ({ states = false } = {}) => new CpuContext(shared, states),
    destroy: () => students.clear(),
  };
}
