// out = x W^T, with what stands around the product folded in: ../matmul.wgsl for devices with many lanes.
//
// Formula, bindings and constants are those of ../matmul.wgsl.
// One workgroup per four rows and 32 columns. Side by side its invocations hold four columns each;
// behind one another, SLICES of them share a sum: each takes every SLICES-th four inputs. Then the parts
// meet in workgroup memory and are added in the order of the slices. So the order of a sum is fixed by
// INPUTS, whatever travels with the row.
// The parts meet one row after the other: a software adapter compiles workgroup memory word by word, and
// took three times as long for all rows at once.
// Twin: matmulRows, rmsNormRows, reluSquared, addTo in gpu/engines/cpu/math.ts.

override WORKGROUP: u32;
override INPUTS: u32; // a multiple of eight, as is OUTPUTS
override OUTPUTS: u32;
override NORM: bool;
override SQUARE: bool;
override ADD: bool;
override CHANNELS: f32; // C, for the mean
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
@group(0) @binding(3) var<storage, read_write> out: array<vec4f>;

var<workgroup> parts: array<vec4f, WORKGROUP>;

const EPS = 1e-5;
const AUXILIARY = 1u << 22;

fn link(row: u32) -> u32 {
  let pair = call.table[row / 2];
  return select(pair.y, pair.w, row % 2 == 1);
}

@compute @workgroup_size(8, SLICES)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_id) id: vec3u) {
  let columns = OUTPUTS / 4;
  let tiles = (columns + 7) / 8;
  let row = group.x / tiles * 4;
  let column = group.x % tiles * 8 + id.x;
  let kind = select(0, call.student, (link(row) & AUXILIARY) != 0);
  let quads = INPUTS / 4;
  let w = kind * INPUTS * columns + min(column, columns - 1);
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
    if (NORM) {
      squares += vec4f(dot(part[0], part[0]), dot(part[1], part[1]), dot(part[2], part[2]), dot(part[3], part[3]));
    }
  }
  let lane = id.y * 8 + id.x;
  var scale = vec4f(1);
  if (NORM) {
    share(lane, squares);
    scale = inverseSqrt(total(id.x) / CHANNELS + EPS);
  }
  let stores = id.y == 0 && column < columns;
  let at = row * columns + column;
  share(lane, sums[0] * scale.x);
  if (stores) { store(at, total(id.x)); }
  share(lane, sums[1] * scale.y);
  if (stores) { store(at + columns, total(id.x)); }
  share(lane, sums[2] * scale.z);
  if (stores) { store(at + columns * 2, total(id.x)); }
  share(lane, sums[3] * scale.w);
  if (stores) { store(at + columns * 3, total(id.x)); }
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

fn store(at: u32, sum: vec4f) {
  if (ADD) {
    out[at] += sum;
  } else if (SQUARE) {
    out[at] = max(sum, vec4f()) * max(sum, vec4f());
  } else {
    out[at] = sum;
  }
}
