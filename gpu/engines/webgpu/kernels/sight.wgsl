// Which keys a row attends to, as slots of the cache, in the one order that every engine keeps: the
// row itself, its parents upward, then the cached prefix from its last position down; of those only
// positions above position - WINDOW.
//
// call   the rows of this call; see embed.wgsl and table.ts
// sight  [R, 1 + KEYS] out: how many, then the slots
// One workgroup per row. Twin: #sight in gpu/engines/cpu/cpu-context.ts.

override WORKGROUP: u32;
override WINDOW: u32;
override RING: u32; // slots of committed tokens; slot RING + r is row r's own
override KEYS: u32; // the most keys that a row can have

struct Call {
  rows: u32,
  length: u32,
  student: u32,
  knot: u32,
  knot_part: f32,
  table: array<vec4u, 132>,
}

@group(0) @binding(0) var<uniform> call: Call;
@group(0) @binding(1) var<storage, read_write> sight: array<u32>;

const PREFIX = 511u;
const IN_RING = 1u << 21;
const LIVE = 1u << 23;

fn link(row: u32) -> u32 {
  let pair = call.table[row / 2];
  return select(pair.y, pair.w, row % 2 == 1);
}

fn position_of(link: u32) -> u32 {
  return link & 4095;
}

fn slot_of(row: u32, link: u32) -> u32 {
  return select(RING + row, position_of(link) % RING, (link & IN_RING) != 0);
}

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let row = group.x;
  let out = row * (1 + KEYS);
  if ((link(row) & LIVE) == 0) {
    sight[out] = 0;
    return;
  }
  // Every invocation walks the same short chain; each writes its share of the slots.
  let first = max(position_of(link(row)) + 1, WINDOW) - WINDOW;
  var count = 0u;
  var at = row;
  while (at != PREFIX && position_of(link(at)) >= first) {
    if (count % WORKGROUP == lane) {
      sight[out + 1 + count] = slot_of(at, link(at));
    }
    count += 1;
    at = (link(at) >> 12) & 511;
  }
  let cached = max(call.length, first) - first;
  for (var i = lane; i < cached; i += WORKGROUP) {
    sight[out + 1 + count + i] = (call.length - 1 - i) % RING;
  }
  if (lane == 0) {
    sight[out] = count + cached;
  }
}
