// mixed[row, head] = sum_j softmax(scores[row, head])_j v[sight[row, j], head]: ../attend.wgsl for devices
// with many lanes.
//
// Bindings and constants are those of ../attend.wgsl.
// One workgroup per row and 32 channels. Side by side its invocations hold four channels each; behind one
// another, SLICES of them share the keys: each takes every SLICES-th of `sight`, and the parts are added
// in the order of the slices. So the order of a sum is fixed by the order of `sight`, and does not depend
// on which keys came in this call. Twin: attendRow in gpu/engines/cpu/math.ts.

override WORKGROUP: u32;
override ATTENTION: u32;
override HEAD: u32;
override KEYS: u32;
override SLICES = WORKGROUP / 8;

struct Call {
  rows: u32,
}

@group(0) @binding(0) var<uniform> call: Call;
@group(0) @binding(1) var<storage, read> sight: array<u32>;
@group(0) @binding(2) var<storage, read> scores: array<f32>;
@group(0) @binding(3) var<storage, read> cache: array<vec4f>;
@group(0) @binding(4) var<storage, read_write> mixed: array<vec4f>;

var<workgroup> parts: array<vec4f, WORKGROUP>;

@compute @workgroup_size(8, SLICES)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_id) id: vec3u) {
  let quads = ATTENTION / 4;
  let tiles = (quads + 7) / 8;
  let row = group.x / tiles;
  let quad = group.x % tiles * 8 + id.x;
  let lane = id.y * 8 + id.x;
  let seen = row * (1 + KEYS);
  // Past the last channel there are no keys. Nor has a row that only fills up its four: it gets zeros.
  let count = select(0, sight[seen], quad < quads && row < call.rows);
  let score = (row * (ATTENTION / HEAD) + quad / (HEAD / 4)) * KEYS;
  var largest = -1e30;
  for (var j = id.y; j < count; j += SLICES) {
    largest = max(largest, scores[score + j]);
  }
  share(lane, vec4f(largest));
  for (var i = id.x; i < WORKGROUP; i += 8) {
    largest = max(largest, parts[i].x);
  }
  var sum = 0.0;
  var part = vec4f();
  for (var j = id.y; j < count; j += SLICES) {
    let weight = exp(scores[score + j] - largest);
    sum += weight;
    part += weight * cache[sight[seen + 1 + j] * (3 * quads) + 2 * quads + quad];
  }
  share(lane, vec4f(sum));
  let scale = 1 / max(total(id.x).x, 1e-30);
  share(lane, part);
  if (id.y == 0 && quad < quads) {
    mixed[row * quads + quad] = total(id.x) * scale;
  }
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
