// Numbers found for a text: for each token a u inside its bin, and what the teacher writes with it.

import { pick, uInBin, uniform } from '@/gpu';

/** Where in its bin each u lies, in [0, 1): thrown with `seed`, but for those that a hand has set. */
export type Within = Readonly<{ seed: number; set: Readonly<Record<number, number>> }>;

export type FoundU = Readonly<{
  token: number;
  /** [V] */
  cdf: Float64Array;
  u: number;
  /** Probability of the token: the width of its bin. */
  probability: number;
  /** The token that u picks. */
  writes: number;
}>;

/** @param cdfs [T] the teacher's CDFs before these tokens */
export function foundFor(
  tokens: readonly number[],
  cdfs: readonly Float64Array[],
  { seed, set }: Within,
): FoundU[] {
  return cdfs.flatMap((cdf, k) => {
    const token = tokens[k];
    if (token === undefined) return [];
    const { left, width } = binOf(cdf, token);
    const u = uInBin(cdf, token, set[k] ?? uniform(seed, k)) ?? left;
    return [{ token, cdf, u, probability: width, writes: pick(cdf, u) }];
  });
}

/** Where a hand may put a u: the place within the token's bin, which it does not leave. */
export function withinBin({ cdf, token }: FoundU, u: number): number {
  const { left, width } = binOf(cdf, token);
  return width > 0 ? Math.min(1 - 2 ** -24, Math.max(0, (u - left) / width)) : 0;
}

function binOf(cdf: Float64Array, token: number): { left: number; width: number } {
  const left = token === 0 ? 0 : (cdf[token - 1] ?? 1);
  return { left, width: (cdf[token] ?? 1) - left };
}
