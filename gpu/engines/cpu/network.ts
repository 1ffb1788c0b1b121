// The network, layer by layer, for rows of both kinds at once. The twin of `Weights.forward` in
// training/model.py. Who attends to whom is decided in cpu-context.ts; the loops are in math.ts.

import type { Config } from '../../model/config';
import type { Tensors } from '../../model/safetensors';
import { valuesOf } from '../../model/weights';
import {
  addTo,
  attendRow,
  type KeyValues,
  matmulRows,
  reluSquared,
  rmsNormRows,
  rotateHeads,
} from './math';

export type Layer = Readonly<{
  attnNorm: Float32Array; // [C]
  qkv: Float32Array; // [3C, C]
  out: Float32Array; // [C, C]
  mlpNorm: Float32Array; // [C]
  up: Float32Array; // [hidden, C]
  down: Float32Array; // [C, hidden]
}>;

/** One set of the weights that differ between teacher and student. */
export type Weights = Readonly<{
  layers: readonly Layer[];
  finalNorm: Float32Array; // [C]
  unembed: Float32Array; // [V, C]
}>;

/** What one row may see, as places in the arrays of `near` and `far`. */
export type Sight = Readonly<{ own: readonly number[]; past: readonly number[] }>;

/** Rows [from, to) run these weights. */
export type Group = Readonly<{ weights: Weights; from: number; to: number }>;

/** Working space for R rows. `qkv` stays filled after a call: commit copies keys and values out. */
export type Scratch = Readonly<{
  rows: number;
  x: Float32Array; // [R, C]
  normed: Float32Array; // [R, C]
  mixed: Float32Array; // [R, C]
  hidden: Float32Array; // [R, hidden]
  added: Float32Array; // [R, C]
  qkv: readonly Float32Array[]; // L times [R, 3C]
}>;

export function createScratch(config: Config, rows: number): Scratch {
  const { channels, hidden, layers } = config;
  const floats = (width: number) => new Float32Array(rows * width);
  return {
    rows,
    x: floats(channels),
    normed: floats(channels),
    mixed: floats(channels),
    hidden: floats(hidden),
    added: floats(channels),
    qkv: Array.from({ length: layers }, () => floats(3 * channels)),
  };
}

/** The layers and the last two weights of a file, by the names that training gives them. */
export function weightsOf(config: Config, tensors: Tensors): Weights {
  return {
    layers: Array.from({ length: config.layers }, (_, index) => {
      const tensor = (name: string) => valuesOf(tensors, `layers.${index}.${name}`);
      return {
        attnNorm: tensor('attn_norm'),
        qkv: tensor('qkv'),
        out: tensor('out'),
        mlpNorm: tensor('mlp_norm'),
        up: tensor('up'),
        down: tensor('down'),
      };
    }),
    finalNorm: valuesOf(tensors, 'final_norm'),
    unembed: valuesOf(tensors, 'unembed'),
  };
}

/** Keys and values in rows of [q | k | v]. */
export function nearKeys(qkv: Float32Array, channels: number): KeyValues {
  return { values: qkv, stride: 3 * channels, key: channels };
}

/**
 * Logits [R, V] of the rows whose embeddings stand in `scratch.x` [R, C].
 *
 * @param positions R position ids
 * @param sights what each row attends to
 * @param past keys and values of the cache, one entry per layer
 * @param rope cosines and sines, each [positions, D / 2]
 * @param probe called with what enters layer 0 and what leaves each layer, [R, C]
 */
export function forward(
  config: Config,
  scratch: Scratch,
  groups: readonly Group[],
  positions: readonly number[],
  sights: readonly Sight[],
  past: readonly KeyValues[],
  rope: readonly [Float32Array, Float32Array],
  probe?: (activations: Float32Array) => void,
): Float32Array {
  const { channels, heads, hidden } = config;
  const { x, normed, mixed, added } = scratch;
  const width = channels / heads;
  const rows = positions.length;
  const vocabulary = config.vocabulary.length;
  const scores = new Float64Array(Math.max(...sights.map((s) => s.own.length + s.past.length)));
  const headMix = new Float64Array(width);
  probe?.(x.slice(0, rows * channels));
  scratch.qkv.forEach((qkv, index) => {
    const near = nearKeys(qkv, channels);
    const far = at(past, index);
    for (const { weights, from, to } of groups) {
      const { attnNorm, qkv: weight } = at(weights.layers, index);
      rmsNormRows(
        part(normed, from, to, channels),
        part(x, from, to, channels),
        attnNorm,
        to - from,
      );
      const target = part(qkv, from, to, 3 * channels);
      matmulRows(
        target,
        part(normed, from, to, channels),
        weight,
        to - from,
        channels,
        3 * channels,
      );
    }
    positions.forEach((position, row) => {
      // Queries and keys lie one behind the other: 2 * heads heads to turn.
      rotateHeads(qkv, row * 3 * channels, 2 * heads, width, ...rope, (position * width) / 2);
    });
    sights.forEach(({ own, past: seen }, row) => {
      const query = row * 3 * channels;
      const to = row * channels;
      attendRow(mixed, to, qkv, query, heads, width, own, near, seen, far, scores, headMix);
    });
    for (const { weights, from, to } of groups) {
      const layer = at(weights.layers, index);
      const count = to - from;
      const own = part(x, from, to, channels);
      const sum = part(added, from, to, channels);
      const inner = part(scratch.hidden, from, to, hidden);
      matmulRows(sum, part(mixed, from, to, channels), layer.out, count, channels, channels);
      addTo(own, sum, count * channels);
      rmsNormRows(part(normed, from, to, channels), own, layer.mlpNorm, count);
      matmulRows(inner, part(normed, from, to, channels), layer.up, count, channels, hidden);
      reluSquared(inner, count * hidden);
      matmulRows(sum, inner, layer.down, count, hidden, channels);
      addTo(own, sum, count * channels);
    }
    probe?.(x.slice(0, rows * channels));
  });
  const logits = new Float32Array(rows * vocabulary);
  for (const { weights, from, to } of groups) {
    const last = part(normed, from, to, channels);
    rmsNormRows(last, part(x, from, to, channels), weights.finalNorm, to - from);
    const target = part(logits, from, to, vocabulary);
    matmulRows(target, last, weights.unembed, to - from, channels, vocabulary);
  }
  return logits;
}

/** Rows [from, to) of an array of rows, as a view. */
function part(values: Float32Array, from: number, to: number, width: number): Float32Array {
  return values.subarray(from * width, to * width);
}

function at<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new Error(`No layer ${index}`);
  return item;
}
