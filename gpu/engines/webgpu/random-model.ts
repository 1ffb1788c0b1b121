// Small models with random weights from a seed, for checks of the arithmetic alone.

import { uniform } from '../../decoding/u';
import type { Config, StudentName } from '../../model/config';
import type { Tensor, Tensors } from '../../model/safetensors';
import { studentShapes, teacherShapes } from '../../model/weights';

/** Uniform numbers in [0, 1), always the same ones for a seed. */
export function randomNumbers(seed: number): () => number {
  let position = 0;
  return () => uniform(seed, position++);
}

/** A model of the given shapes; the vocabulary is as many letters as `vocab` says. */
export function randomConfig(
  shapes: Pick<Config, 'channels' | 'layers' | 'heads' | 'hidden' | 'window'> & { vocab: number },
): Config {
  const { vocab, ...rest } = shapes;
  return {
    name: 'names',
    vocabulary: String.fromCharCode(...Array.from({ length: vocab }, (_, i) => 48 + i)),
    start: 0,
    end: null,
    draft: 8,
    u_knots: 33,
    temperature_knots: [0.4, 0.7, 1, 1.3],
    ...rest,
  };
}

export function randomTeacher(config: Config, random: () => number): Tensors {
  return randomTensors(teacherShapes(config), random);
}

/** A student in full, or with `rank` as a LoRA of the four matrices of each layer. */
export function randomStudent(
  config: Config,
  student: StudentName,
  random: () => number,
  rank?: number,
): Tensors {
  const shapes = new Map<string, readonly number[]>();
  for (const [name, shape] of studentShapes(config, student)) {
    const [outputs, inputs] = shape;
    if (rank && outputs && inputs && /\.(qkv|out|up|down)$/.test(name)) {
      shapes.set(`${name}_a`, [rank, inputs]).set(`${name}_b`, [outputs, rank]);
    } else {
      shapes.set(name, shape);
    }
  }
  return randomTensors(shapes, random);
}

function randomTensors(
  shapes: ReadonlyMap<string, readonly number[]>,
  random: () => number,
): Tensors {
  const tensors = new Map<string, Tensor>();
  for (const [name, shape] of shapes) {
    const count = shape.reduce((product, n) => product * n, 1);
    const isMatrix = /\.(qkv|out|up|down)|unembed/.test(name);
    const spread = isMatrix ? 1.7 / Math.sqrt(shape.at(-1) ?? 1) : 0.5;
    const centre = name.includes('norm') ? 1 : 0;
    const values = Float32Array.from({ length: count }, () => centre + spread * (2 * random() - 1));
    tensors.set(name, { shape, values });
  }
  return tensors;
}
