// [q | k | v] = rms_norm(x) W^T, then q and k turned by the row's position: ../qkv.wgsl for devices with
// many lanes.
//
// Formula, bindings and constants are those of ../qkv.wgsl; the tile and the order of sums are those of
// matmul.wgsl. Twin: rmsNormRows, matmulRows, rotateHeads in gpu/engines/cpu/math.ts.

override WORKGROUP: u32;
override WIDTH: u32; // C as stored, a multiple of eight
override CHANNELS: f32; // C
override ATTENTION: u32; // A: all heads side by side
override HEAD: u32; // one head as stored
override RING: u32;
override SLICES = WORKGROUP / 8;

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

var<workgroup> parts: array<vec4f, WORKGROUP>;

const EPS = 1e-5;
const IN_RING = 1u << 21;
const AUXILIARY = 1u << 22;

fn link(row: u32) -> u32 {
  let pair = call.table[row / 2];
  return select(pair.y, pair.w, row % 2 == 1);
}

@compute @workgroup_size(8, SLICES)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_id) id: vec3u) {
  let columns = 3 * ATTENTION / 4;
  let tiles = (columns + 7) / 8;
  let row = group.x / tiles * 4;
  let column = group.x % tiles * 8 + id.x;
  let kind = select(0, call.student, (link(row) & AUXILIARY) != 0);
  let quads = WIDTH / 4;
  let w = kind * WIDTH * columns + min(column, columns - 1);
  var sums = mat4x4f(); // column r of the matrix: four outputs of row r
  var squares = vec4f();
  for (var quad = id.y; quad < quads; quad += SLICES) {
    let i = row * quads + quad;
    let part = mat4x4f(x[i], x[i + quads], x[i + 2 * quads], x[i + 3 * quads]);
    let w0 = w + quad * 4 * columns;
    let w1 = w0 + columns;
    let w2 = w1 + columns;
    let w3 = w2 + columns;
    sums += mat4x4f(weights[w0], weights[w1], weights[w2], weights[w3]) * part;
    squares += vec4f(dot(part[0], part[0]), dot(part[1], part[1]), dot(part[2], part[2]), dot(part[3], part[3]));
  }
  let lane = id.y * 8 + id.x;
  share(lane, squares);
  let scale = inverseSqrt(total(id.x) / CHANNELS + EPS);
  // Every other invocation stores its columns and the next one's: they are turned as pairs.
  let stores = id.y == 0 && id.x % 2 == 0 && column < columns;
  share(lane, sums[0] * scale.x);
  if (stores) { store(row, column / 2, total(id.x), total(id.x + 1)); }
  share(lane, sums[1] * scale.y);
  if (stores) { store(row + 1, column / 2, total(id.x), total(id.x + 1)); }
  share(lane, sums[2] * scale.z);
  if (stores) { store(row + 2, column / 2, total(id.x), total(id.x + 1)); }
  share(lane, sums[3] * scale.w);
  if (stores) { store(row + 3, column / 2, total(id.x), total(id.x + 1)); }
}

/** Hands a part to the others of its workgroup, and takes theirs for `total`. */
fn share(lane: u32, part: vec4f) {
  workgroupBarrier(); // what was there before has been read
  parts[lane] = part;
  workgroupBarrier();
}

/** The sum of a column's parts, in the order of the slices. */
fn total(column: u32) -> vec4f {
  var sum = vec4f();
  for (var i = column; i < WORKGROUP; i += 8) {
    sum += parts[i];
  }
  return sum;
}

/** Eight columns of a row: the first and the second parts of four pairs, or eight values of v. */
fn store(row: u32, octet: u32, a: vec4f, b: vec4f) {
  let position = link(row) & 4095;
  let slot = select(RING + row, position % RING, (link(row) & IN_RING) != 0);
  let out = (slot * (3 * ATTENTION / 8) + octet) * 2;
  if (octet >= 2 * ATTENTION / 8) {
    cache[out] = a;
    cache[out + 1] = b;
    return;
  }
  let pairs = (position * (HEAD / 8) + octet % (HEAD / 8)) * 2;
  let cosine = rope[pairs];
  let sine = rope[pairs + 1];
  cache[out] = a * cosine - b * sine;
  cache[out + 1] = a * sine + b * cosine;
}
