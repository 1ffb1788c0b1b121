// cache[layer, to] = cache[layer, from] for k and v: committed rows of a side branch move into the
// ring, where the rows of the main branch already stand.
//
// moves  from | to << 16, four per entry
// cache  [layers, SLOTS, 3A] q, k and v of each slot
// One invocation per four channels, move and layer. Twin: commit in gpu/engines/cpu/cpu-context.ts.

override WORKGROUP: u32;
override ATTENTION: u32;
override SLOTS: u32;

@group(0) @binding(0) var<uniform> moves: array<vec4u, 64>;
@group(0) @binding(1) var<storage, read_write> cache: array<vec4f>;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= 2 * ATTENTION / 4) {
    return;
  }
  let pair = moves[id.y / 4][id.y % 4];
  let slot = 3 * ATTENTION / 4;
  let layer = id.z * SLOTS * slot;
  let channel = ATTENTION / 4 + id.x;
  cache[layer + (pair >> 16) * slot + channel] = cache[layer + (pair & 0xffff) * slot + channel];
}
