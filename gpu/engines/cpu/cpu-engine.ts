// The readable specification of an engine, and the one that works everywhere. Read network.ts for
// the mathematics and cpu-context.ts for the cache and the rule of who attends to whom.

import { type Config, MAX_POSITIONS, type StudentName } from '../../model/config';
import type { Tensors } from '../../model/safetensors';
import { mergeStudent, valuesOf } from '../../model/weights';
import type { Context, Engine } from '../engine';
import { CpuContext, type Shared, type StudentWeights } from './cpu-context';
import { ropeTables } from './math';
import { weightsOf } from './network';

/** An engine over the teacher's tensors. `probe` sees every layer's activations; for goldens. */
export function createCpuEngine(
  config: Config,
  teacher: Tensors,
  probe?: (activations: Float32Array) => void,
): Engine {
  const students = new Map<StudentName, StudentWeights>();
  const shared: Shared = {
    config,
    embed: valuesOf(teacher, 'embed'),
    teacher: weightsOf(config, teacher),
    students,
    rope: ropeTables(MAX_POSITIONS, config.channels / config.heads),
    probe,
  };
  return {
    kind: 'cpu',
    device: 'CPU',
    config,
    async load(student: StudentName, tensors: Tensors): Promise<void> {
      if (students.has(student)) return;
      const merged = mergeStudent(teacher, tensors);
      students.set(student, { ...weightsOf(config, merged), tensors: merged });
    },
    has: (student) => students.has(student),
    begin: (): Context => new CpuContext(shared),
    destroy: () => students.clear(),
  };
}
