// out = x W^T, with what stands around the product folded in:
//   NORM    x is rms-normed first: the sum is divided by sqrt(mean(x^2) + eps); W has the gain in it
//   SQUARE  out = relu(...)^2
//   ADD     out += ... (the residual stream)
//
// call     the rows of this call; see embed.wgsl and table.ts
// x        [R, INPUTS]
// weights  [sets, INPUTS, OUTPUTS]  W^T of the teacher and of each student; see pack.ts
// out      [R, OUTPUTS]
// One invocation per four rows and eight columns, in registers: 4 x 8 was the fastest tile without
// barriers that we measured on a software adapter, where a barrier costs 10 to 80 times as much.
// The four rows are of one kind, so they run one set of weights.
// Twin: matmulRows, rmsNormRows, reluSquared, addTo in gpu/engines/cpu/math.ts.

override WORKGROUP: u32;
override INPUTS: u32; // a multiple of eight, as is OUTPUTS
override OUTPUTS: u32;
override NORM: bool;
override SQUARE: bool;
override ADD: bool;
override CHANNELS: f32; // C, for the mean

struct Call {
  rows: u32,
  length: u32,
  student: u32,
  knot: u32,
  knot_part: f32,
  table: array<vec4u, 132>,
}

@group(0) @binding(0) var<uniform> call: Call;
@group(0) @binding(1) var<storage, read> x: array<vec4f>;
@group(0) @binding(2) var<storage, read> weights: array<vec4f>;
@group(0) @binding(3) var<storage, read_write> out: array<vec4f>;

const EPS = 1e-5;
const AUXILIARY = 1u << 22;

fn link(row: u32) -> u32 {
  let pair = call.table[row / 2];
  return select(pair.y, pair.w, row % 2 == 1);
}

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let columns = OUTPUTS / 8;
  let row = id.x / columns * 4;
  let column = id.x % columns;
  if (row >= call.rows) {
    return;
  }
  let kind = select(0, call.student, (link(row) & AUXILIARY) != 0);
  let quads = INPUTS / 4;
  var w = kind * INPUTS * columns * 2 + column * 2;
  var left = mat4x4f(); // column r of the matrix: four outputs of row r
  var right = mat4x4f();
  var squares = vec4f();
  for (var i = row * quads; i < (row + 1) * quads; i++) {
    let part = mat4x4f(x[i], x[i + quads], x[i + 2 * quads], x[i + 3 * quads]);
    let w1 = w + columns * 2;
    let w2 = w1 + columns * 2;
    let w3 = w2 + columns * 2;
    left += mat4x4f(weights[w], weights[w1], weights[w2], weights[w3]) * part;
    right += mat4x4f(weights[w + 1], weights[w1 + 1], weights[w2 + 1], weights[w3 + 1]) * part;
    if (NORM) {
      squares += vec4f(dot(part[0], part[0]), dot(part[1], part[1]), dot(part[2], part[2]), dot(part[3], part[3]));
    }
    w = w3 + columns * 2;
  }
  var scale = vec4f(1);
  if (NORM) {
    scale = inverseSqrt(squares / CHANNELS + EPS);
  }
  let at = (row * columns + column) * 2;
  store(at, left[0] * scale.x, right[0] * scale.x);
  store(at + columns * 2, left[1] * scale.y, right[1] * scale.y);
  store(at + columns * 4, left[2] * scale.z, right[2] * scale.z);
  store(at + columns * 6, left[3] * scale.w, right[3] * scale.w);
}

fn store(at: u32, a: vec4f, b: vec4f) {
  if (ADD) {
    out[at] += a;
    out[at + 1] += b;
  } else if (SQUARE) {
    out[at] = max(a, vec4f()) * max(a, vec4f());
    out[at + 1] = max(b, vec4f()) * max(b, vec4f());
  } else {
    out[at] = a;
    out[at + 1] = b;
  }
}
