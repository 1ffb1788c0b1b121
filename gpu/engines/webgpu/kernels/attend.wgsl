// mixed[row, head] = sum_j softmax(scores[row, head])_j v[sight[row, j], head]
//
// sight   [R, 1 + KEYS] how many keys, then their slots
// scores  [R, heads, KEYS]
// cache   [slots, 3A] q, k and v of each slot
// mixed   [R, A] out
// One invocation per row and eight channels. Keys are summed in the order of `sight`, so a sum does
// not depend on which of them came in this call. Twin: attendRow in gpu/engines/cpu/math.ts.

override WORKGROUP: u32;
override ATTENTION: u32;
override HEAD: u32;
override KEYS: u32;

struct Call {
  rows: u32,
}

@group(0) @binding(0) var<uniform> call: Call;
@group(0) @binding(1) var<storage, read> sight: array<u32>;
@group(0) @binding(2) var<storage, read> scores: array<f32>;
@group(0) @binding(3) var<storage, read> cache: array<vec4f>;
@group(0) @binding(4) var<storage, read_write> mixed: array<vec4f>;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let octets = ATTENTION / 8;
  let row = id.x / octets;
  let octet = id.x % octets;
  if (row >= call.rows) {
    return;
  }
  let seen = row * (1 + KEYS);
  let count = sight[seen];
  let score = (row * (ATTENTION / HEAD) + octet / (HEAD / 8)) * KEYS;
  var largest = -1e30;
  for (var j = 0u; j < count; j++) {
    largest = max(largest, scores[score + j]);
  }
  var sum = 0.0;
  var left = vec4f();
  var right = vec4f();
  for (var j = 0u; j < count; j++) {
    let weight = exp(scores[score + j] - largest);
    let v = sight[seen + 1 + j] * (3 * ATTENTION / 4) + ATTENTION / 2 + octet * 2;
    sum += weight;
    left += weight * cache[v];
    right += weight * cache[v + 1];
  }
  // A row that only fills up its four has no keys and gets zeros.
  let share = 1 / max(sum, 1e-30);
  mixed[id.x * 2] = left * share;
  mixed[id.x * 2 + 1] = right * share;
}
