// The network, layer by layer, for rows of both kinds at once. The twin of `Weights.forward` in
// training/model.py. Who attends to whom is decided in cpu-context.ts; the loops are in math.ts.

import type { Config } from '../../model/config';
import type { Tensors } from '../../model/safetensors';
import { valuesOf } from '../../model/weights';
import type { Floats, Kernels } from './kernels';
import { type KeyValues, rotateHeads } from './math';

export type Layer = Readonly<{
  attnNorm: Floats; // [C]
  qkv: Floats; // [3C, C]
  out: Floats; // [C, C]
  mlpNorm: Floats; // [C]
  up: Floats; // [hidden, C]
  down: Floats; // [C, hidden]
}>;

/** One set of the weights that differ between teacher and student. */
export type Weights = Readonly<{
  layers: readonly Layer[];
  finalNorm: Floats; // [C]
  unembed: Floats; // [V, C]
}>;

/** How a state and the token behind it become what goes into a block. */
export type Fuse = Readonly<{
  stateNorm: Floats; // [C]
  tokenNorm: Floats; // [C]
  fromState: Floats; // [C, C]
  fromToken: Floats; // [C, C]
}>;

/** What one row may see, as places in the arrays of `near` and `far`. */
export type Sight = Readonly<{ own: readonly number[]; past: readonly number[] }>;

/** Rows [from, to) run these weights. */
export type Group = Readonly<{ weights: Weights; from: number; to: number }>;

/** Working space for R rows. `qkv` stays filled after a call: commit copies keys and values out. */
export type Scratch = Readonly<{
  rows: number;
  x: Floats; // [R, C]
  normed: Floats; // [R, C]
  mixed: Floats; // [R, C]
  hidden: Floats; // [R, hidden]
  added: Floats; // [R, C]
  logits: Floats; // [R, V]
  qkv: readonly Floats[]; // L times [R, 3C]
}>;

export function createScratch(kernels: Kernels, config: Config, rows: number): Scratch {
  const { channels, hidden, layers, vocabulary } = config;
  const floats = (width: number) => kernels.floats(rows * width);
  return {
    rows,
    x: floats(channels),
    normed: floats(channels),
    mixed: floats(channels),
    hidden: floats(hidden),
    added: floats(channels),
    logits: floats(vocabulary.length),
    qkv: Array.from({ length: layers }, () => floats(3 * channels)),
  };
}

export function freeScratch(kernels: Kernels, scratch: Scratch): void {
  const { x, normed, mixed, hidden, added, logits, qkv } = scratch;
  for (const floats of [x, normed, mixed, hidden, added, logits, ...qkv]) kernels.free(floats);
}

/** The layers and the last two weights of a file, by the names that training gives them. */
export function weightsOf(kernels: Kernels, config: Config, tensors: Tensors): Weights {
  const stored = (name: string) => kernels.store(valuesOf(tensors, name));
  return {
    layers: Array.from({ length: config.layers }, (_, index) => {
      const tensor = (name: string) => stored(`layers.${index}.${name}`);
      return {
        attnNorm: tensor('attn_norm'),
        qkv: tensor('qkv'),
        out: tensor('out'),
        mlpNorm: tensor('mlp_norm'),
        up: tensor('up'),
        down: tensor('down'),
      };
    }),
    finalNorm: stored('final_norm'),
    unembed: stored('unembed'),
  };
}

/** The tensors of a block that joins states and tokens. */
export function fuseOf(kernels: Kernels, tensors: Tensors): Fuse {
  const stored = (name: string) => kernels.store(valuesOf(tensors, name));
  return {
    stateNorm: stored('state_norm'),
    tokenNorm: stored('token_norm'),
    fromState: stored('from_state'),
    fromToken: stored('from_token'),
  };
}

/** Keys and values in rows of [q | k | v]. */
export function nearKeys(qkv: Float32Array, channels: number): KeyValues {
  return { values: qkv, stride: 3 * channels, key: channels };
}

/**
 * Logits [R, V] of the rows whose embeddings stand in `scratch.x` [R, C]; they stand in the scratch too.
 *
 * @param positions R position ids
 * @param sights what each row attends to
 * @param past keys and values of the cache, one entry per layer
 * @param rope cosines and sines, each [positions, D / 2]
 * @param probe called with what enters layer 0 and what leaves each layer, [R, C]
 */
export function forward(
  kernels: Kernels,
  config: Config,
  scratch: Scratch,
  groups: readonly Group[],
  positions: readonly number[],
  sights: readonly Sight[],
  past: readonly KeyValues[],
  rope: readonly [Float32Array, Float32Array],
  probe?: (activations: Float32Array) => void,
): Float32Array {
  const { matmulRows, rmsNormRows, addTo, reluSquared, attendRow } = kernels;
  const { channels, heads, hidden } = config;
  const x = scratch.x.values;
  const normed = scratch.normed.values;
  const mixed = scratch.mixed.values;
  const added = scratch.added.values;
  const inside = scratch.hidden.values;
  const logits = scratch.logits.values;
  const width = channels / heads;
  const rows = positions.length;
  const vocabulary = config.vocabulary.length;
  probe?.(x.slice(0, rows * channels));
  scratch.qkv.forEach(({ values: qkv }, index) => {
    const near = nearKeys(qkv, channels);
    const far = at(past, index);
    for (const { weights, from, to } of groups) {
      const layer = at(weights.layers, index);
      const count = to - from;
      const own = part(normed, from, channels);
      const target = part(qkv, from, 3 * channels);
      rmsNormRows(own, part(x, from, channels), layer.attnNorm.values, count);
      matmulRows(target, own, layer.qkv.values, count, channels, 3 * channels);
    }
    positions.forEach((position, row) => {
      // Queries and keys lie one behind the other: 2 * heads heads to turn.
      rotateHeads(qkv, row * 3 * channels, 2 * heads, width, ...rope, (position * width) / 2);
    });
    sights.forEach(({ own, past: seen }, row) => {
      attendRow(mixed, row * channels, qkv, row * 3 * channels, own, near, seen, far);
    });
    for (const { weights, from, to } of groups) {
      const layer = at(weights.layers, index);
      const count = to - from;
      const own = part(x, from, channels);
      const sum = part(added, from, channels);
      const norm = part(normed, from, channels);
      const inner = part(inside, from, hidden);
      matmulRows(sum, part(mixed, from, channels), layer.out.values, count, channels, channels);
      addTo(own, sum, count * channels);
      rmsNormRows(norm, own, layer.mlpNorm.values, count);
      matmulRows(inner, norm, layer.up.values, count, channels, hidden);
      reluSquared(inner, count * hidden);
      matmulRows(sum, inner, layer.down.values, count, hidden, channels);
      addTo(own, sum, count * channels);
    }
    probe?.(x.slice(0, rows * channels));
  });
  for (const { weights, from, to } of groups) {
    const last = part(normed, from, channels);
    const target = part(logits, from, vocabulary);
    rmsNormRows(last, part(x, from, channels), weights.finalNorm.values, to - from);
    matmulRows(target, last, weights.unembed.values, to - from, channels, vocabulary);
  }
  return logits;
}

/** The rows of an array from the given one on, as a view; most calls need none. */
function part(values: Float32Array, from: number, width: number): Float32Array {
  return from === 0 ? values : values.subarray(from * width);
}

function at<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new Error(`No layer ${index}`);
  return item;
}
