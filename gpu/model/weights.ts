// What the tensors of a model are called and shaped, and how a student becomes a full set of weights.
// The twin of training/weights.py.

import { mergeLowRank } from '../engines/cpu/math';
import {
  type Config,
  type SequentialName,
  type SequentialShapes,
  type StudentName,
  seesU,
} from './config';
import { Fault } from './fault';
import type { Tensor, Tensors } from './safetensors';

type Shapes = ReadonlyMap<string, readonly number[]>;

const LINEARS = ['qkv', 'out', 'up', 'down'] as const;

/** Names and shapes of the tensors of `teacher.safetensors`. */
export function teacherShapes(config: Config): Shapes {
  return new Map([['embed', [vocab(config), config.channels]], ...trunkShapes(config)]);
}

/**
 * Names and shapes of a student with full weights, which is what `mergeStudent` returns.
 * A student that does not see u has a table of one row.
 */
export function studentShapes(config: Config, student: StudentName): Shapes {
  const rows = seesU(student) ? config.u_knots : 1;
  return new Map<string, readonly number[]>([
    ...trunkShapes(config),
    ['u_embed', [rows, config.channels]],
    ['temperature_embed', [config.temperature_knots.length, config.channels]],
  ]);
}

/** Names and shapes of the tensors of a network that drafts one token after another. */
export function sequentialShapes(
  config: Config,
  { draft, depth }: SequentialShapes,
  name: SequentialName,
): Shapes {
  if (name === 'draft') return teacherShapes({ ...config, ...draft });
  const square = [config.channels, config.channels];
  const block: [string, readonly number[]][] = [
    ['state_norm', [config.channels]],
    ['token_norm', [config.channels]],
    ['from_state', square],
    ['from_token', square],
    ...trunkShapes({ ...config, layers: 1 }).filter(([tensor]) => tensor !== 'unembed'),
  ];
  const depths = Array.from({ length: name === 'eagle' ? 1 : depth }, (_, index) =>
    block.map(([tensor, shape]): [string, readonly number[]] => [
      `depths.${index}.${tensor}`,
      shape,
    ]),
  );
  return new Map(depths.flat());
}

/**
 * A student's weights in full: where the file has a LoRA (`name_a` [r, in] and `name_b` [out, r]),
 * the teacher's weight plus b @ a; everything else as it is.
 */
export function mergeStudent(teacher: Tensors, student: Tensors): Tensors {
  const merged = new Map<string, Tensor>();
  for (const [name, tensor] of student) {
    if (!isLowRank(name)) merged.set(name, tensor);
    if (!name.endsWith('_a') || !isLowRank(name)) continue;
    const whole = name.slice(0, -'_a'.length);
    const base = teacher.get(whole);
    const b = student.get(`${whole}_b`);
    const [rank, inputs] = tensor.shape;
    const fits = rank && inputs === base?.shape[1] && `${b?.shape}` === `${[base?.shape[0], rank]}`;
    if (!base || !b || !fits) {
      throw new Fault(
        'bad-weights',
        `${name} [${tensor.shape}] does not fit ${whole}_b or ${whole}.`,
      );
    }
    const values = mergeLowRank(base.values, b.values, tensor.values, rank);
    merged.set(whole, { shape: base.shape, values });
  }
  return merged;
}

/** Throws Fault 'bad-weights' unless exactly these tensors are there, in shape and free of NaN. */
export function checkTensors(file: string, tensors: Tensors, shapes: Shapes): void {
  for (const [name, shape] of shapes) {
    const tensor = tensors.get(name);
    if (!tensor) throw new Fault('bad-weights', `${file}: tensor ${name} [${shape}] is missing.`);
    if (`${tensor.shape}` !== `${shape}`) {
      const found = `${file}: tensor ${name} has the shape [${tensor.shape}]`;
      throw new Fault('bad-weights', `${found}, the manifest's config needs [${shape}].`);
    }
    if (!tensor.values.every(Number.isFinite)) {
      throw new Fault('bad-weights', `${file}: tensor ${name} holds values that are not numbers.`);
    }
  }
  const extra = [...tensors.keys()].find((name) => !shapes.has(name));
  if (extra) throw new Fault('bad-weights', `${file}: tensor ${extra} has no place in this model.`);
}

/** The tensor of that name. Only after `checkTensors`: a missing one is a bug. */
export function valuesOf(tensors: Tensors, name: string): Float32Array {
  const tensor = tensors.get(name);
  if (!tensor) throw new Error(`No tensor ${name}`);
  return tensor.values;
}

export function vocab(config: Config): number {
  return config.vocabulary.length;
}

function isLowRank(name: string): boolean {
  return LINEARS.some((linear) => name.endsWith(`.${linear}_a`) || name.endsWith(`.${linear}_b`));
}

function trunkShapes(config: Config): [string, readonly number[]][] {
  const { channels, hidden } = config;
  const layer: [string, readonly number[]][] = [
    ['attn_norm', [channels]],
    ['qkv', [3 * channels, channels]],
    ['out', [channels, channels]],
    ['mlp_norm', [channels]],
    ['up', [hidden, channels]],
    ['down', [channels, hidden]],
  ];
  const layers = Array.from({ length: config.layers }, (_, index) =>
    layer.map(([name, shape]): [string, readonly number[]] => [`layers.${index}.${name}`, shape]),
  );
  return [...layers.flat(), ['final_norm', [channels]], ['unembed', [vocab(config), channels]]];
}
