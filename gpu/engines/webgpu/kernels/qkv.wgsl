// [q | k | v] = rms_norm(x) W^T, then q and k turned by the row's position.
// rms_norm(x) W^T = (x W'^T) / sqrt(mean(x^2) + eps), since W' already has the norm's gain in it.
//
// call     the rows of this call; see embed.wgsl and table.ts
// x        [R, C]
// weights  [sets, C, 3A]  W'^T of the teacher and of each student; pack.ts tells the order of columns
// rope     [positions, HEAD / 8] pairs of (four cosines, four sines)
// cache    [slots, 3A] out: each row writes the slot that it will be found at
// One invocation per four rows and eight columns, in registers. The four rows are of one kind, so
// they run one set of weights. Twin: rmsNormRows, matmulRows, rotateHeads in gpu/engines/cpu/math.ts.

override WORKGROUP: u32;
override WIDTH: u32; // C as stored, a multiple of eight
override CHANNELS: f32; // C
override ATTENTION: u32; // A: all heads side by side
override HEAD: u32; // one head as stored
override RING: u32;

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
@group(0) @binding(3) var<storage, read> rope: array<vec4f>;
@group(0) @binding(4) var<storage, read_write> cache: array<vec4f>;

const EPS = 1e-5;
const IN_RING = 1u << 21;
const AUXILIARY = 1u << 22;

fn link(row: u32) -> u32 {
  let pair = call.table[row / 2];
  return select(pair.y, pair.w, row % 2 == 1);
}

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let columns = 3 * ATTENTION / 8;
  let row = id.x / columns * 4;
  let column = id.x % columns;
  if (row >= call.rows) {
    return;
  }
  let kind = select(0, call.student, (link(row) & AUXILIARY) != 0);
  let quads = WIDTH / 4;
  var w = kind * WIDTH * columns * 2 + column * 2;
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
    squares += vec4f(dot(part[0], part[0]), dot(part[1], part[1]), dot(part[2], part[2]), dot(part[3], part[3]));
    w = w3 + columns * 2;
  }
  let scale = inverseSqrt(squares / CHANNELS + EPS);
  store(row, column, left[0] * scale.x, right[0] * scale.x);
  store(row + 1, column, left[1] * scale.y, right[1] * scale.y);
  store(row + 2, column, left[2] * scale.z, right[2] * scale.z);
  store(row + 3, column, left[3] * scale.w, right[3] * scale.w);
}

/** Eight columns of a row: the first and the second parts of four pairs, or eight values of v. */
fn store(row: u32, column: u32, a: vec4f, b: vec4f) {
  let position = link(row) & 4095;
  let slot = select(RING + row, position % RING, (link(row) & IN_RING) != 0);
  let out = (slot * (3 * ATTENTION / 8) + column) * 2;
  if (column >= 2 * ATTENTION / 8) {
    cache[out] = a;
    cache[out + 1] = b;
    return;
  }
  let pairs = (position * (HEAD / 8) + column % (HEAD / 8)) * 2;
  let cosine = rope[pairs];
  let sine = rope[pairs + 1];
  cache[out] = a * cosine - b * sine;
  cache[out + 1] = a * sine + b * cosine;
}
