// Weights in the order in which the kernels read them. Plain arrays in, plain arrays out.
// An "order" lists, for each place on the GPU, which row or column of the file stands there;
// EMPTY places hold zeros.

import { type Config, MAX_POSITIONS } from '../../model/config';
import type { Sizes } from './sizes';

const EMPTY = -1;
const ROPE_BASE = 10_000;

/** 0 … count - 1, filled up to `size`. */
export function inOrder(count: number, size: number): number[] {
  return Array.from({ length: size }, (_, i) => (i < count ? i : EMPTY));
}

/** Channels of all heads, each head filled up to its stored width: the order of `mixed`. */
export function byHead({ channels, heads }: Config, { head }: Sizes): number[] {
  const width = channels / heads;
  return Array.from({ length: heads }, (_, h) =>
    inOrder(width, head).map((channel) => (channel === EMPTY ? EMPTY : h * width + channel)),
  ).flat();
}

/**
 * Columns of `qkv`. q and k: in blocks of eight, the first parts of four rotary pairs and then
 * their second parts (channels i and i + D/2 of a head), so that one invocation has whole pairs.
 * Which channel of q meets which channel of k does not change. v: as in `byHead`.
 */
export function qkvOrder(config: Config, sizes: Sizes): number[] {
  const { channels, heads } = config;
  const width = channels / heads;
  const pairs = width / 2;
  const rotary = Array.from({ length: sizes.attention }, (_, place) => {
    const inHead = place % sizes.head;
    const pair = Math.floor(inHead / 8) * 4 + (inHead % 4);
    if (pair >= pairs) return EMPTY;
    return Math.floor(place / sizes.head) * width + pair + (inHead % 8 < 4 ? 0 : pairs);
  });
  const shift = (by: number) => (channel: number) => (channel === EMPTY ? EMPTY : channel + by);
  return [
    ...rotary,
    ...rotary.map(shift(channels)),
    ...byHead(config, sizes).map(shift(2 * channels)),
  ];
}

/**
 * weight [outputs, inputs] transposed, [inputs, outputs] in the given orders, with the gain of the
 * norm before it multiplied in: (x * gain) @ W^T = x @ (W * gain)^T.
 */
export function packMatrix(
  weight: Float32Array,
  inputs: number,
  inputOrder: readonly number[],
  outputOrder: readonly number[],
  gain?: Float32Array,
): Float32Array<ArrayBuffer> {
  const packed = new Float32Array(inputOrder.length * outputOrder.length);
  inputOrder.forEach((input, row) => {
    if (input === EMPTY) return;
    const factor = gain?.[input] ?? 1;
    outputOrder.forEach((output, column) => {
      if (output === EMPTY) return;
      packed[row * outputOrder.length + column] = factor * (weight[output * inputs + input] ?? 0);
    });
  });
  return packed;
}

/** Rows of `table` [rows, columns], each filled up to `width`. */
export function packRows(
  table: Float32Array,
  columns: number,
  width: number,
): Float32Array<ArrayBuffer> {
  const rows = table.length / columns;
  const packed = new Float32Array(rows * width);
  for (let row = 0; row < rows; row++) {
    packed.set(table.subarray(row * columns, (row + 1) * columns), row * width);
  }
  return packed;
}

/**
 * Cosines and sines [positions, head / 8, 2, 4] of position * 10000^(-2i/D), computed in double:
 * WGSL's own are too coarse for angles of thousands.
 */
export function packRope({ channels, heads }: Config, { head }: Sizes): Float32Array<ArrayBuffer> {
  const width = channels / heads;
  const packed = new Float32Array(MAX_POSITIONS * head);
  for (let position = 0; position < MAX_POSITIONS; position++) {
    for (let pair = 0; pair < width / 2; pair++) {
      const angle = position * ROPE_BASE ** ((-2 * pair) / width);
      const at = position * head + Math.floor(pair / 4) * 8 + (pair % 4);
      packed[at] = Math.cos(angle);
      packed[at + 4] = Math.sin(angle);
    }
  }
  return packed;
}
