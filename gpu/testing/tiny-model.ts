// Models of random weights, small enough that a property can be tried on many of them; and the real
// files, read from public/. For tests alone.

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { uniform } from '../decoding/u';
import type { CpuOptions } from '../engines/cpu/cpu-engine';
import { createSequential, type Sequential } from '../engines/sequential';
import type { Config, SequentialName, SequentialShapes, StudentName } from '../model/config';
import { Fault } from '../model/fault';
import type { FetchFile } from '../model/fetch';
import type { Tensor, Tensors } from '../model/safetensors';
import { sequentialShapes, studentShapes, teacherShapes } from '../model/weights';

export const STUDENTS: readonly StudentName[] = ['o-ptp', 'c-ptp', 'independent', 'prophet'];

/** Five letters and an end mark, two layers, a window shorter than the texts. */
export const TINY: Config = {
  name: 'names',
  vocabulary: '\0abcde',
  start: 0,
  end: 0,
  channels: 8,
  layers: 2,
  heads: 2,
  hidden: 12,
  window: 6,
  draft: 4,
  u_knots: 9,
  temperature_knots: [0.5, 1, 1.5],
};

/** The same, of texts that go on. */
export const TINY_ENDLESS: Config = { ...TINY, name: 'tales', vocabulary: '\nabcde', end: null };

/** Weights about as large as trained ones, so that distributions are neither flat nor one-hot. */
export function randomTensors(
  shapes: ReadonlyMap<string, readonly number[]>,
  seed: number,
): Map<string, Tensor> {
  let position = 0;
  const values = (shape: readonly number[]) => {
    const count = shape.reduce((product, n) => product * n, 1);
    const scale = shape.length === 1 ? 1 : 4 / Math.sqrt(shape[1] ?? 1);
    return Float32Array.from(
      { length: count },
      () => (uniform(seed, position++) - 0.5) * scale + 0,
    );
  };
  return new Map([...shapes].map(([name, shape]) => [name, { shape, values: values(shape) }]));
}

export function randomTeacher(config: Config, seed: number): Tensors {
  return randomTensors(teacherShapes(config), seed);
}

export function randomStudent(config: Config, student: StudentName, seed: number): Tensors {
  return randomTensors(studentShapes(config, student), seed + 1000);
}

/** Networks of random weights that draft one token after another; a draft model that is the teacher, if `able`. */
export function randomNetworks(
  config: Config,
  seed: number,
  able = false,
  options?: CpuOptions,
): Record<SequentialName, Sequential> {
  const teacher = randomTeacher(config, seed);
  const { channels, layers, heads, hidden } = config;
  const draft = able ? { channels, layers, heads, hidden } : SMALL;
  const shapes: SequentialShapes = { draft, depth: 2 };
  const create = (name: SequentialName) => {
    const own = randomTensors(sequentialShapes(config, shapes, name), seed + 2000);
    const tensors = able && name === 'draft' ? teacher : own;
    return createSequential(name, config, shapes, teacher, tensors, options);
  };
  return { draft: create('draft'), eagle: create('eagle'), mtp: create('mtp') };
}

const SMALL = { channels: 6, layers: 1, heads: 1, hidden: 5 };

/** Files as they stand in public/model/. */
export const filesInPublic: FetchFile = async (path) => {
  try {
    const file = fileURLToPath(new URL(`../../public/model/${path}`, import.meta.url));
    return new Uint8Array(await readFile(file)).buffer;
  } catch (cause) {
    throw new Fault('no-weights', `${path} cannot be read.`, { cause });
  }
};
