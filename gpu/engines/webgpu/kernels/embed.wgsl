// x = embed[token]                                                       for a token row
// x = embed[after] + blend(u_embed, u) + blend(temperature_embed, T)     for an auxiliary row
// blend(table, i + part) = table[i] (1 - part) + table[i + 1] part
//
// call        the rows of this call; see table.ts, which writes it
// embeddings  [V, C] of the tokens, then for each student [U, C] over u and [KNOTS, C] over temperature
// x           [R, C] out
// One invocation per four channels of a row. Twin: #embed in gpu/engines/cpu/cpu-context.ts.

override WORKGROUP: u32;
override CHANNELS: u32;
override VOCAB: u32;
override U_ROWS: u32; // U
override KNOTS: u32;

struct Call {
  rows: u32, // R, a multiple of four
  length: u32, // tokens in the cache
  student: u32, // weight set of auxiliary rows
  knot: u32, // place in the temperature table: row, and part of the way to the next
  knot_part: f32,
  table: array<vec4u, 132>, // two rows each: (input, link)
}

@group(0) @binding(0) var<uniform> call: Call;
@group(0) @binding(1) var<storage, read> embeddings: array<vec4f>;
@group(0) @binding(2) var<storage, read_write> x: array<vec4f>;

const AUXILIARY = 1u << 22;
const AFTER = 24u;

fn entry(row: u32) -> vec2u {
  let pair = call.table[row / 2];
  return select(pair.xy, pair.zw, row % 2 == 1);
}

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let quads = CHANNELS / 4;
  let row = id.x / quads;
  let quad = id.x % quads;
  if (row >= call.rows) {
    return;
  }
  let input = entry(row).x;
  let link = entry(row).y;
  if ((link & AUXILIARY) == 0) {
    x[id.x] = embeddings[input * quads + quad];
    return;
  }
  let table = VOCAB + (call.student - 1) * (U_ROWS + KNOTS);
  var sum = embeddings[(link >> AFTER) * quads + quad];
  sum += blend(table + (input >> 23), f32(input & 0x7fffff) / 8388608.0, quad);
  if (KNOTS > 1) {
    sum += blend(table + U_ROWS + call.knot, call.knot_part, quad);
  }
  x[id.x] = sum;
}

fn blend(row: u32, part: f32, quad: u32) -> vec4f {
  let quads = CHANNELS / 4;
  let low = embeddings[row * quads + quad];
  let high = embeddings[(row + 1) * quads + quad];
  return low * (1 - part) + high * part;
}
