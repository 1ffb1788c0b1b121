// scores[row, head, j] = q[row, head] . k[sight[row, j], head] / sqrt(D)
//
// sight   [R, 1 + KEYS] how many keys, then their slots; the first is the row's own
// cache   [slots, 3A] q, k and v of each slot
// scores  [R, heads, KEYS] out
// One invocation per row, head and four keys. Twin: attendRow in gpu/engines/cpu/math.ts.

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
  let key = id.x * 4;
  let head = id.y;
  let row = id.z;
  let seen = row * (1 + KEYS);
  let count = sight[seen];
  if (key >= count) {
    return;
  }
  let q = vectors(seen, 0, head, 0);
  // Past the last key the last one is read again, and nothing is written.
  let last = count - 1;
  let k0 = vectors(seen, key, head, 1);
  let k1 = vectors(seen, min(key + 1, last), head, 1);
  let k2 = vectors(seen, min(key + 2, last), head, 1);
  let k3 = vectors(seen, min(key + 3, last), head, 1);
  var sum = vec4f();
  for (var i = 0u; i < HEAD / 4; i++) {
    let part = cache[q + i];
    let k = mat4x4f(cache[k0 + i], cache[k1 + i], cache[k2 + i], cache[k3 + i]);
    sum += part * k; // the four dot products with the columns of k
  }
  sum *= SCALE;
  let out = (row * (ATTENTION / HEAD) + head) * KEYS + key;
  scores[out] = sum.x;
  if (key + 1 < count) { scores[out + 1] = sum.y; }
  if (key + 2 < count) { scores[out + 2] = sum.z; }
  if (key + 3 < count) { scores[out + 3] = sum.w; }
}

/** Where q (part 0) or k (part 1) of a head begins, for key `key` of the row that sees `seen`. */
fn vectors(seen: u32, key: u32, head: u32, part: u32) -> u32 {
  return (sight[seen + 1 + key] * 3 + part) * (ATTENTION / 4) + head * (HEAD / 4);
}
