// Picks the next token on the GPU and makes it the row of the next round: a chain of rounds in one submit.
//
// logits  [R, VOCAB as stored]; row 0 counts
// chain   what the rounds need
// call    the rows of this call; see embed.wgsl and table.ts. Row 0 becomes the picked token
// tokens  out: the token of each round
// One invocation, for the order of a running sum is one behind the other. In f32; the twin, cdfOf and
// pick in gpu/decoding/sampling.ts, sums in f64, so a u next to an edge may pick the neighbour.

override VOCAB: u32;

struct Chain {
  length: u32, // tokens in the cache before the first round
  temperature: f32, // 0 is greedy
  u: array<vec4f, 8>, // of each round, MAX_CHAIN of them
}

struct Call {
  rows: u32,
  length: u32,
  student: u32,
  knot: u32,
  knot_part: f32,
  table: array<vec4u, 132>,
}

@group(0) @binding(0) var<storage, read> logits: array<f32>;
@group(0) @binding(1) var<uniform> chain: Chain;
@group(0) @binding(2) var<storage, read_write> call: Call;
@group(0) @binding(3) var<storage, read_write> tokens: array<u32>;

const NONE = 0xffffffffu; // what the page reads as a device that fails

@compute @workgroup_size(1)
fn main() {
  let round = call.length - chain.length;
  let token = pick(chain.u[round / 4][round % 4]);
  tokens[round] = token;
  call.length += 1;
  call.table[0].x = token;
  call.table[0].y += 1; // the position, in the lowest bits
}

fn pick(u: f32) -> u32 {
  var best = 0u;
  for (var token = 1u; token < VOCAB; token++) {
    best = select(best, token, logits[token] > logits[best]);
  }
  if (chain.temperature == 0) {
    return best;
  }
  var total = 0f;
  var last = 0u; // the last token that can be picked
  for (var token = 0u; token < VOCAB; token++) {
    let part = weight(token, best);
    total += part;
    last = select(last, token, part > 0);
  }
  if (!is_finite(total)) {
    return NONE;
  }
  var sum = 0f;
  for (var token = 0u; token < last; token++) {
    sum += weight(token, best);
    if (sum > u * total) {
      return token;
    }
  }
  return last;
}

// By its bits: a shader may be compiled as if there were nothing but numbers.
fn is_finite(x: f32) -> bool {
  return (bitcast<u32>(x) & 0x7f800000) != 0x7f800000;
}

fn weight(token: u32, best: u32) -> f32 {
  return exp((logits[token] - logits[best]) / chain.temperature);
}
