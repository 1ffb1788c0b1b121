// scores[row, head, j] = q[row, head] . k[sight[row, j], head] / sqrt(D)
//
// sight   [R, 1 + KEYS] how many keys, then their slots; the first is the row's own
// cache   [slots, 3A] q, k and v of each slot
// scores  [R, heads, KEYS] out
// One invocation per row, head and key. Twin: attendRow in gpu/engines/cpu/math.ts.

override WORKGROUP: u32;
override ATTENTION: u32;
override HEAD: u32;
override KEYS: u32;
override SCALE: f32; // 1 / sqrt(D)

@group(0) @binding(0) var<storage, read> sight: array<u32>;
@group(0) @binding(1) var<storage, read> cache: array<vec4f>;
@group(0) @binding(2) var<storage, read_write> scores: array<f32>;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let key = id.x;
  let head = id.y;
  let row = id.z;
  let seen = row * (1 + KEYS);
  if (key >= sight[seen]) {
    return;
  }
  let slot = 3 * ATTENTION / 4;
  let q = sight[seen + 1] * slot + head * (HEAD / 4);
  let k = sight[seen + 1 + key] * slot + ATTENTION / 4 + head * (HEAD / 4);
  var sum = 0.0;
  for (var i = 0u; i < HEAD / 4; i++) {
    sum += dot(cache[q + i], cache[k + i]);
  }
  scores[(row * (ATTENTION / HEAD) + head) * KEYS + key] = sum * SCALE;
}
