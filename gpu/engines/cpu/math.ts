// biome-ignore-all lint/style/noNonNullAssertion: loops over numbers, whose bounds the caller keeps
// Every loop over numbers of the CPU engine, and the only file where `!` on an index is the rule.
// Values are stored as f32 and summed as f64 (plain JavaScript), in one order per row of output, so
// that a row's bits do not depend on how many others travel with it. wasm/kernels.ts is the fast twin.
// Read next: network.ts.
// Dimensions: R rows, C channels, D = C / heads, W window.

/** Where keys and values of several rows lie in one array: row i's start at i * stride. */
export type KeyValues = Readonly<{ values: Float32Array; stride: number; key: number }>;

export const NORM_EPS = 1e-5;
const ROPE_BASE = 10_000;

/**
 * out [R, outputs] = x [R, inputs] @ weight [outputs, inputs] transposed.
 *
 * Four rows share one walk over the weights, two outputs at a time; a row left over takes four outputs
 * at a time. The sums in flight hide the latency of addition: 3.0 and 1.7 against 0.9 G multiply-adds
 * a second. Each sum still runs from input 0 upward.
 */
export function matmulRows(
  out: Float32Array,
  x: Float32Array,
  weight: Float32Array,
  rows: number,
  inputs: number,
  outputs: number,
): void {
  let row = 0;
  for (; row + 4 <= rows; row += 4) fourRows(out, x, weight, row, inputs, outputs);
  for (; row < rows; row++) oneRow(out, x, weight, row, inputs, outputs);
}

function fourRows(
  out: Float32Array,
  x: Float32Array,
  weight: Float32Array,
  row: number,
  inputs: number,
  outputs: number,
): void {
  const a = row * inputs;
  const b = a + inputs;
  const c = b + inputs;
  const d = c + inputs;
  let to = row * outputs;
  let output = 0;
  for (; output + 2 <= outputs; output += 2) {
    const even = output * inputs;
    const odd = even + inputs;
    let evenA = 0;
    let evenB = 0;
    let evenC = 0;
    let evenD = 0;
    let oddA = 0;
    let oddB = 0;
    let oddC = 0;
    let oddD = 0;
    for (let i = 0; i < inputs; i++) {
      const v = weight[even + i]!;
      const w = weight[odd + i]!;
      evenA += v * x[a + i]!;
      evenB += v * x[b + i]!;
      evenC += v * x[c + i]!;
      evenD += v * x[d + i]!;
      oddA += w * x[a + i]!;
      oddB += w * x[b + i]!;
      oddC += w * x[c + i]!;
      oddD += w * x[d + i]!;
    }
    out[to] = evenA;
    out[to + 1] = oddA;
    out[to + outputs] = evenB;
    out[to + outputs + 1] = oddB;
    out[to + 2 * outputs] = evenC;
    out[to + 2 * outputs + 1] = oddC;
    out[to + 3 * outputs] = evenD;
    out[to + 3 * outputs + 1] = oddD;
    to += 2;
  }
  for (; output < outputs; output++) {
    out[to] = dot(weight, output * inputs, x, a, inputs);
    out[to + outputs] = dot(weight, output * inputs, x, b, inputs);
    out[to + 2 * outputs] = dot(weight, output * inputs, x, c, inputs);
    out[to + 3 * outputs] = dot(weight, output * inputs, x, d, inputs);
    to += 1;
  }
}

function oneRow(
  out: Float32Array,
  x: Float32Array,
  weight: Float32Array,
  row: number,
  inputs: number,
  outputs: number,
): void {
  const from = row * inputs;
  const to = row * outputs;
  let output = 0;
  for (; output + 4 <= outputs; output += 4) {
    const a = output * inputs;
    const b = a + inputs;
    const c = b + inputs;
    const d = c + inputs;
    let sumA = 0;
    let sumB = 0;
    let sumC = 0;
    let sumD = 0;
    for (let i = 0; i < inputs; i++) {
      const value = x[from + i]!;
      sumA += weight[a + i]! * value;
      sumB += weight[b + i]! * value;
      sumC += weight[c + i]! * value;
      sumD += weight[d + i]! * value;
    }
    out[to + output] = sumA;
    out[to + output + 1] = sumB;
    out[to + output + 2] = sumC;
    out[to + output + 3] = sumD;
  }
  for (; output < outputs; output++) {
    out[to + output] = dot(weight, output * inputs, x, from, inputs);
  }
}

/** Inner product of `count` values of a from `i` on and of b from `j` on. */
function dot(a: Float32Array, i: number, b: Float32Array, j: number, count: number): number {
  let sum = 0;
  for (let k = 0; k < count; k++) sum += a[i + k]! * b[j + k]!;
  return sum;
}

/** out [R, C] = x / sqrt(mean(x^2) + eps) * gain, row by row. */
export function rmsNormRows(
  out: Float32Array,
  x: Float32Array,
  gain: Float32Array,
  rows: number,
): void {
  const channels = gain.length;
  for (let row = 0; row < rows; row++) {
    const at = row * channels;
    let squares = 0;
    for (let i = 0; i < channels; i++) squares += x[at + i]! * x[at + i]!;
    const scale = 1 / Math.sqrt(squares / channels + NORM_EPS);
    for (let i = 0; i < channels; i++) out[at + i] = x[at + i]! * scale * gain[i]!;
  }
}

/** x += y, the first `count` values. */
export function addTo(x: Float32Array, y: Float32Array, count: number): void {
  for (let i = 0; i < count; i++) x[i]! += y[i]!;
}

/** x = relu(x)^2, the first `count` values. */
export function reluSquared(x: Float32Array, count: number): void {
  for (let i = 0; i < count; i++) {
    const positive = Math.max(x[i]!, 0);
    x[i] = positive * positive;
  }
}

/**
 * Cosines and sines, each [positions, D / 2]: angle position * 10000^(-2i / D) for pair i.
 * Source: rotary positions, Su et al. 2021 (arXiv 2104.09864).
 */
export function ropeTables(positions: number, width: number): [Float32Array, Float32Array] {
  const half = width / 2;
  const cos = new Float32Array(positions * half);
  const sin = new Float32Array(positions * half);
  for (let position = 0; position < positions; position++) {
    for (let i = 0; i < half; i++) {
      const angle = position * ROPE_BASE ** ((-2 * i) / width);
      cos[position * half + i] = Math.cos(angle);
      sin[position * half + i] = Math.sin(angle);
    }
  }
  return [cos, sin];
}

/**
 * Turn `count` heads of width D that lie one behind the other from `start`: pairs (i, i + D / 2).
 * `turn` is where this position's D / 2 cosines and sines begin.
 */
export function rotateHeads(
  x: Float32Array,
  start: number,
  count: number,
  width: number,
  cos: Float32Array,
  sin: Float32Array,
  turn: number,
): void {
  const half = width / 2;
  for (let head = 0; head < count; head++) {
    const at = start + head * width;
    for (let i = 0; i < half; i++) {
      const a = x[at + i]!;
      const b = x[at + half + i]!;
      const c = cos[turn + i]!;
      const s = sin[turn + i]!;
      x[at + i] = a * c - b * s;
      x[at + half + i] = a * s + b * c;
    }
  }
}

/** One row of attention: out [C] from `to` on = softmax(q . k / sqrt(D)) @ v for every head. */
export type AttendRow = (
  out: Float32Array,
  to: number,
  query: Float32Array,
  from: number,
  /** Rows of this call: the row itself, then its parents upward. */
  own: readonly number[],
  /** Their keys and values. */
  near: KeyValues,
  /** Slots of the cache, from the last position down. */
  past: readonly number[],
  /** Keys and values of the cache. */
  far: KeyValues,
) => void;

/**
 * Attention of that many heads of `width` channels over at most `keys` keys, which are visited in the
 * order given: that fixes the order of every sum.
 */
export function attendRowBy(heads: number, width: number, keys: number): AttendRow {
  const scores = new Float64Array(keys);
  const mixed = new Float64Array(width);
  const channels = heads * width;
  const scale = 1 / Math.sqrt(width);
  return (out, to, query, from, own, near, past, far) => {
    const count = own.length + past.length;
    for (let head = 0; head < heads; head++) {
      const shift = head * width;
      scoreKeys(scores, 0, query, from + shift, width, own, near, near.key + shift, scale);
      scoreKeys(scores, own.length, query, from + shift, width, past, far, far.key + shift, scale);
      softmaxInPlace(scores, count);
      mixed.fill(0);
      mixValues(mixed, scores, 0, own, near, near.key + channels + shift);
      mixValues(mixed, scores, own.length, past, far, far.key + channels + shift);
      for (let i = 0; i < width; i++) out[to + shift + i] = mixed[i]!;
    }
  };
}

/** Scores of the keys of `rows`, four keys at a time for the same reason as in `matmulRows`. */
function scoreKeys(
  scores: Float64Array,
  first: number,
  query: Float32Array,
  from: number,
  width: number,
  rows: readonly number[],
  source: KeyValues,
  offset: number,
  scale: number,
): void {
  const { values, stride } = source;
  let j = 0;
  for (; j + 4 <= rows.length; j += 4) {
    const a = rows[j]! * stride + offset;
    const b = rows[j + 1]! * stride + offset;
    const c = rows[j + 2]! * stride + offset;
    const d = rows[j + 3]! * stride + offset;
    let sumA = 0;
    let sumB = 0;
    let sumC = 0;
    let sumD = 0;
    for (let i = 0; i < width; i++) {
      const value = query[from + i]!;
      sumA += value * values[a + i]!;
      sumB += value * values[b + i]!;
      sumC += value * values[c + i]!;
      sumD += value * values[d + i]!;
    }
    scores[first + j] = sumA * scale;
    scores[first + j + 1] = sumB * scale;
    scores[first + j + 2] = sumC * scale;
    scores[first + j + 3] = sumD * scale;
  }
  for (; j < rows.length; j++) {
    scores[first + j] = dot(query, from, values, rows[j]! * stride + offset, width) * scale;
  }
}

/** mixed [D] += the values of `rows`, weighted; four at a time spare the loads and stores of `mixed`. */
function mixValues(
  mixed: Float64Array,
  weights: Float64Array,
  first: number,
  rows: readonly number[],
  source: KeyValues,
  offset: number,
): void {
  const { values, stride } = source;
  const width = mixed.length;
  let j = 0;
  for (; j + 4 <= rows.length; j += 4) {
    const a = rows[j]! * stride + offset;
    const b = rows[j + 1]! * stride + offset;
    const c = rows[j + 2]! * stride + offset;
    const d = rows[j + 3]! * stride + offset;
    const weightA = weights[first + j]!;
    const weightB = weights[first + j + 1]!;
    const weightC = weights[first + j + 2]!;
    const weightD = weights[first + j + 3]!;
    for (let i = 0; i < width; i++) {
      let sum = mixed[i]!;
      sum += weightA * values[a + i]!;
      sum += weightB * values[b + i]!;
      sum += weightC * values[c + i]!;
      sum += weightD * values[d + i]!;
      mixed[i] = sum;
    }
  }
  for (; j < rows.length; j++) {
    const at = rows[j]! * stride + offset;
    const weight = weights[first + j]!;
    for (let i = 0; i < width; i++) mixed[i]! += weight * values[at + i]!;
  }
}

/** The first `count` values become exp(x) / sum(exp(x)), the largest subtracted first. */
export function softmaxInPlace(x: Float64Array, count: number): void {
  let largest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < count; i++) largest = Math.max(largest, x[i]!);
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const value = Math.exp(x[i]! - largest);
    x[i] = value;
    sum += value;
  }
  for (let i = 0; i < count; i++) x[i]! /= sum;
}

/**
 * out [C] from `to` on += the rows of `table` [R, C] blended linearly at place `x` in [0, 1].
 * A table of one row is a constant.
 */
export function addBlend(
  out: Float32Array,
  to: number,
  table: Float32Array,
  channels: number,
  x: number,
): void {
  const last = table.length / channels - 1;
  const low = Math.min(Math.floor(x * last), Math.max(last - 1, 0));
  const part = last === 0 ? 0 : x * last - low;
  const a = low * channels;
  const b = last === 0 ? a : a + channels;
  for (let i = 0; i < channels; i++) {
    out[to + i]! += table[a + i]! * (1 - part) + table[b + i]! * part;
  }
}

/** base [out, in] + b [out, rank] @ a [rank, in]: a LoRA merged into the weight it adapts. */
export function mergeLowRank(
  base: Float32Array,
  b: Float32Array,
  a: Float32Array,
  rank: number,
): Float32Array {
  const inputs = a.length / rank;
  const merged = new Float32Array(base.length);
  for (let output = 0; output < base.length / inputs; output++) {
    for (let i = 0; i < inputs; i++) {
      let sum = 0;
      for (let r = 0; r < rank; r++) sum += b[output * rank + r]! * a[r * inputs + i]!;
      merged[output * inputs + i] = base[output * inputs + i]! + sum;
    }
  }
  return merged;
}
