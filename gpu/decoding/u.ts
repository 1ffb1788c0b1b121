// The auxiliary variables: u depends on the seed and the output position alone, so every method, every
// reader and every link sees the same ones. Counter-based, hence no state to carry or to rewind.

/** 0: the run's own u's. 1: unrelated ones for drafting. 2, 3: those of speculative sampling. */
export type Stream = 0 | 1 | 2 | 3;

/**
 * The auxiliary variable of an output position: a multiple of 2^-24 in [0, 1).
 * Threefry-2x32 with the key [seed, stream] and the counter [position, 0]; the top 24 bits of word 0.
 */
export function uniform(seed: number, position: number, stream: Stream = 0): number {
  const [word] = threefry2x32([seed, stream], [position, 0]);
  return (word >>> 8) / 2 ** 24;
}

type Pair = readonly [number, number];

const ROTATIONS = [
  [13, 15, 26, 6],
  [17, 29, 16, 24],
] as const;
const PARITY = 0x1bd11bda;

/**
 * Two scrambled words (unsigned 32 bits) of a counter under a key, 20 rounds.
 * Source: Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3"; the same as in JAX.
 */
export function threefry2x32(key: Pair, counter: Pair): Pair {
  const keys = [key[0], key[1], key[0] ^ key[1] ^ PARITY] as const;
  let a = (counter[0] + keys[0]) >>> 0;
  let b = (counter[1] + keys[1]) >>> 0;
  for (let group = 0; group < 5; group++) {
    for (const rotation of group % 2 === 0 ? ROTATIONS[0] : ROTATIONS[1]) {
      a = (a + b) >>> 0;
      b = ((b << rotation) | (b >>> (32 - rotation))) ^ a;
    }
    a = (a + (keys[(group + 1) % 3] ?? 0)) >>> 0;
    b = (b + (keys[(group + 2) % 3] ?? 0) + group + 1) >>> 0;
  }
  return [a, b >>> 0];
}
