// The loops of ../math.ts in AssemblyScript, four numbers at a time; scripts/kernels.mjs compiles them
// into bytes.ts. What is of type usize is an address, of f32 unless it says otherwise.
// Values and sums are f32. A sum runs in one order that nothing but its own row decides: lane i adds
// what stands at i, i + 4, i + 8 and so on, then `sum4` adds the lanes. So a row's bits do not depend
// on how many others travel with it.

/** The sums of the lanes of a, b, c and d. */
function sum4(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = f32x4.add(v128.shuffle<f32>(a, b, 0, 4, 1, 5), v128.shuffle<f32>(a, b, 2, 6, 3, 7));
  const cd = f32x4.add(v128.shuffle<f32>(c, d, 0, 4, 1, 5), v128.shuffle<f32>(c, d, 2, 6, 3, 7));
  return f32x4.add(v128.shuffle<f32>(ab, cd, 0, 1, 4, 5), v128.shuffle<f32>(ab, cd, 2, 3, 6, 7));
}

/** The lanes of `a` in the order of `sum4`. */
function sum(a: v128): f32 {
  return f32x4.extract_lane(sum4(a, a, a, a), 0);
}

function addProduct(total: v128, a: v128, b: v128): v128 {
  return f32x4.add(total, f32x4.mul(a, b));
}

/** Inner product of `count` values. */
function dot(x: usize, a: usize, count: i32): f32 {
  let total = f32x4.splat(0);
  let i: usize = 0;
  for (const end = ((count & ~3) << 2) as usize; i < end; i += 16) {
    total = addProduct(total, v128.load(x + i), v128.load(a + i));
  }
  let result = sum(total);
  for (const end = (count << 2) as usize; i < end; i += 4) {
    result += f32.load(x + i) * f32.load(a + i);
  }
  return result;
}

/** Inner products of x with a, b, c and d, the bits of `dot`; `count` is a multiple of 4. */
function fourDots(x: usize, a: usize, b: usize, c: usize, d: usize, count: i32): v128 {
  let sumA = f32x4.splat(0);
  let sumB = sumA;
  let sumC = sumA;
  let sumD = sumA;
  for (let i: usize = 0, end = (count << 2) as usize; i < end; i += 16) {
    const value = v128.load(x + i);
    sumA = addProduct(sumA, value, v128.load(a + i));
    sumB = addProduct(sumB, value, v128.load(b + i));
    sumC = addProduct(sumC, value, v128.load(c + i));
    sumD = addProduct(sumD, value, v128.load(d + i));
  }
  return sum4(sumA, sumB, sumC, sumD);
}

/** `fourDots` for the row at x and the next one: every weight loaded serves twice. */
function eightDots(out: usize, next: usize, x: usize, weight: usize, inputs: i32): void {
  const step = (inputs << 2) as usize;
  let sumA = f32x4.splat(0);
  let sumB = sumA;
  let sumC = sumA;
  let sumD = sumA;
  let nextA = sumA;
  let nextB = sumA;
  let nextC = sumA;
  let nextD = sumA;
  for (const end = x + step; x < end; x += 16, weight += 16) {
    const value = v128.load(x);
    const below = v128.load(x + step);
    const a = v128.load(weight);
    sumA = addProduct(sumA, value, a);
    nextA = addProduct(nextA, below, a);
    const b = v128.load(weight + step);
    sumB = addProduct(sumB, value, b);
    nextB = addProduct(nextB, below, b);
    const c = v128.load(weight + 2 * step);
    sumC = addProduct(sumC, value, c);
    nextC = addProduct(nextC, below, c);
    const d = v128.load(weight + 3 * step);
    sumD = addProduct(sumD, value, d);
    nextD = addProduct(nextD, below, d);
  }
  v128.store(out, sum4(sumA, sumB, sumC, sumD));
  v128.store(next, sum4(nextA, nextB, nextC, nextD));
}

/** out [R, outputs] = x [R, inputs] @ weight [outputs, inputs] transposed; all rows per four outputs. */
export function matmulRows(
  out: usize,
  x: usize,
  weight: usize,
  rows: i32,
  inputs: i32,
  outputs: i32,
): void {
  const step = (inputs << 2) as usize;
  const stride = (outputs << 2) as usize;
  // `fourDots` takes whole vectors only.
  const whole = inputs & 3 ? 0 : outputs & ~3;
  let output = 0;
  for (; output < whole; output += 4) {
    let to = out + (output << 2);
    let from = x;
    let row = 0;
    for (; row + 2 <= rows; row += 2) {
      eightDots(to, to + stride, from, weight, inputs);
      to += 2 * stride;
      from += 2 * step;
    }
    if (row < rows) {
      const c = weight + 2 * step;
      v128.store(to, fourDots(from, weight, weight + step, c, c + step, inputs));
    }
    weight += 4 * step;
  }
  for (; output < outputs; output++) {
    let to = out + (output << 2);
    let from = x;
    for (let row = 0; row < rows; row++) {
      f32.store(to, dot(from, weight, inputs));
      to += stride;
      from += step;
    }
    weight += step;
  }
}

/** out [R, C] = x / sqrt(mean(x^2) + eps) * gain, row by row. */
export function rmsNormRows(
  out: usize,
  x: usize,
  gain: usize,
  rows: i32,
  channels: i32,
  eps: f32,
): void {
  const whole = ((channels & ~3) << 2) as usize;
  const step = (channels << 2) as usize;
  for (let row = 0; row < rows; row++) {
    const scale: f32 = 1 / sqrt<f32>(dot(x, x, channels) / (channels as f32) + eps);
    let i: usize = 0;
    for (; i < whole; i += 16) {
      const scaled = f32x4.mul(v128.load(x + i), f32x4.splat(scale));
      v128.store(out + i, f32x4.mul(scaled, v128.load(gain + i)));
    }
    for (; i < step; i += 4) f32.store(out + i, f32.load(x + i) * scale * f32.load(gain + i));
    x += step;
    out += step;
  }
}

/** x += y, the first `count` values. */
export function addTo(x: usize, y: usize, count: i32): void {
  let i: usize = 0;
  for (const end = ((count & ~3) << 2) as usize; i < end; i += 16) {
    v128.store(x + i, f32x4.add(v128.load(x + i), v128.load(y + i)));
  }
  for (const end = (count << 2) as usize; i < end; i += 4) {
    f32.store(x + i, f32.load(x + i) + f32.load(y + i));
  }
}

/** x = relu(x)^2, the first `count` values. */
export function reluSquared(x: usize, count: i32): void {
  let i: usize = 0;
  for (const end = ((count & ~3) << 2) as usize; i < end; i += 16) {
    const positive = f32x4.max(v128.load(x + i), f32x4.splat(0));
    v128.store(x + i, f32x4.mul(positive, positive));
  }
  for (const end = (count << 2) as usize; i < end; i += 4) {
    const positive = max<f32>(f32.load(x + i), 0);
    f32.store(x + i, positive * positive);
  }
}

/**
 * One row of attention: out [C] = softmax(q . k / sqrt(D)) @ v for every head.
 * @param keys `count` addresses (u32) of keys, in the order of every sum; the value stands C behind its key
 * @param weights working space for `count` values and three more
 */
export function attendRow(
  out: usize,
  query: usize,
  heads: i32,
  width: i32,
  keys: usize,
  count: i32,
  weights: usize,
): void {
  const step = (width << 2) as usize;
  const values = (heads as usize) * step;
  for (let shift: usize = 0; shift < values; shift += step) {
    scoreKeys(weights, query + shift, shift, width, keys, count);
    mixValues(
      out + shift,
      weights,
      exponentials(weights, count),
      values + shift,
      width,
      keys,
      count,
    );
  }
}

function scoreKeys(
  scores: usize,
  query: usize,
  shift: usize,
  width: i32,
  keys: usize,
  count: i32,
): void {
  const scale: f32 = 1 / sqrt<f32>(width as f32);
  // `fourDots` takes whole vectors only.
  const whole = width & 3 ? 0 : count & ~3;
  let j = 0;
  for (; j < whole; j += 4) {
    const at = keys + (j << 2);
    const a = (load<u32>(at) as usize) + shift;
    const b = (load<u32>(at + 4) as usize) + shift;
    const c = (load<u32>(at + 8) as usize) + shift;
    const d = (load<u32>(at + 12) as usize) + shift;
    const products = fourDots(query, a, b, c, d, width);
    v128.store(scores + (j << 2), f32x4.mul(products, f32x4.splat(scale)));
  }
  for (; j < count; j++) {
    const key = (load<u32>(keys + (j << 2)) as usize) + shift;
    f32.store(scores + (j << 2), dot(query, key, width) * scale);
  }
}

/** The scores become exp(score - largest). Returns their sum. */
function exponentials(scores: usize, count: i32): f32 {
  const end = scores + (count << 2);
  // Up to a multiple of four: exp of this is 0.
  for (let i = end; i < end + 12; i += 4) f32.store(i, -f32.MAX_VALUE);
  let peaks = v128.load(scores);
  for (let i = scores + 16; i < end; i += 16) peaks = f32x4.max(peaks, v128.load(i));
  peaks = f32x4.max(peaks, v128.shuffle<f32>(peaks, peaks, 2, 3, 0, 1));
  peaks = f32x4.max(peaks, v128.shuffle<f32>(peaks, peaks, 1, 0, 3, 2));
  let total = f32x4.splat(0);
  for (let i = scores; i < end; i += 16) {
    const value = exponential(f32x4.sub(v128.load(i), peaks));
    v128.store(i, value);
    total = f32x4.add(total, value);
  }
  return sum(total);
}

/**
 * e^x for x <= 0, and 0 below -87: x = n ln 2 + r with |r| <= ln 2 / 2, and e^x = 2^n e^r, where eight
 * terms of the series are enough. ln 2 comes in two parts, the first so short that n times it is exact.
 */
function exponential(x: v128): v128 {
  const n = f32x4.nearest(f32x4.mul(x, f32x4.splat(Mathf.LOG2E)));
  let r = f32x4.sub(x, f32x4.mul(n, f32x4.splat(0.693359375)));
  r = f32x4.add(r, f32x4.mul(n, f32x4.splat(2.1219444e-4)));
  let series = f32x4.splat(1 / 5040);
  series = addProduct(f32x4.splat(1 / 720), series, r);
  series = addProduct(f32x4.splat(1 / 120), series, r);
  series = addProduct(f32x4.splat(1 / 24), series, r);
  series = addProduct(f32x4.splat(1 / 6), series, r);
  series = addProduct(f32x4.splat(1 / 2), series, r);
  series = addProduct(f32x4.splat(1), series, r);
  series = addProduct(f32x4.splat(1), series, r);
  // 2^n by its bits: n + 127 is the exponent of an f32.
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(n), i32x4.splat(127)), 23);
  return v128.and(f32x4.mul(series, power), f32x4.ge(x, f32x4.splat(-87)));
}

/** out [D] = the keys' values, weighted, over the sum of the weights. */
function mixValues(
  out: usize,
  weights: usize,
  total: f32,
  shift: usize,
  width: i32,
  keys: usize,
  count: i32,
): void {
  const end = (count << 2) as usize;
  let i = 0;
  for (; i + 16 <= width; i += 16) {
    const at = shift + (i << 2);
    let a = f32x4.splat(0);
    let b = a;
    let c = a;
    let d = a;
    for (let j: usize = 0; j < end; j += 4) {
      const value = (load<u32>(keys + j) as usize) + at;
      const weight = v128.load32_splat(weights + j);
      a = addProduct(a, weight, v128.load(value));
      b = addProduct(b, weight, v128.load(value, 16));
      c = addProduct(c, weight, v128.load(value, 32));
      d = addProduct(d, weight, v128.load(value, 48));
    }
    const to = out + (i << 2);
    v128.store(to, f32x4.div(a, f32x4.splat(total)));
    v128.store(to, f32x4.div(b, f32x4.splat(total)), 16);
    v128.store(to, f32x4.div(c, f32x4.splat(total)), 32);
    v128.store(to, f32x4.div(d, f32x4.splat(total)), 48);
  }
  for (; i < width; i++) {
    const at = shift + (i << 2);
    let mixed: f32 = 0;
    for (let j: usize = 0; j < end; j += 4) {
      mixed += f32.load(weights + j) * f32.load((load<u32>(keys + j) as usize) + at);
    }
    f32.store(out + (i << 2), mixed / total);
  }
}
