// The mathematics of the heat maps: which tokens to draw, how dark a cell is, where two maps differ.

import { max } from 'd3-array';

/** A token is drawn if it is at least so probable in its place. */
const DRAWN = 2e-3;
/** Tokens drawn per side at most. */
const MOST = 30;

export type Sides = Readonly<{
  /** Tokens of the first place, from the left; of the second, from the bottom. In token-id order. */
  firsts: readonly number[];
  seconds: readonly number[];
  /** Share of the joint's probability that lies on drawn pairs. */
  share: number;
}>;

/** The tokens worth drawing of a distribution over pairs [V * V]. */
export function sidesOf(joint: Float64Array): Sides {
  const vocab = Math.round(Math.sqrt(joint.length));
  const tokens = Array.from({ length: vocab }, (_, token) => token);
  const p = (a: number, b: number) => joint[a * vocab + b] ?? 0;
  const sum = (read: (other: number) => number) =>
    tokens.reduce((total, other) => total + read(other), 0);
  const first = tokens.map((a) => sum((b) => p(a, b)));
  const second = tokens.map((b) => sum((a) => p(a, b)));
  const firsts = largest(first);
  const seconds = largest(second);
  const share = firsts.reduce((total, a) => total + seconds.reduce((s, b) => s + p(a, b), 0), 0);
  return { firsts, seconds, share };
}

function largest(marginal: readonly number[]): number[] {
  const ranked = marginal.map((p, token) => ({ p, token })).sort((a, b) => b.p - a.p);
  const kept = ranked.slice(0, MOST).filter(({ p }) => p >= DRAWN);
  return kept.map(({ token }) => token).sort((a, b) => a - b);
}

/** Steps of darkness, each twice as probable as the one before. */
export const LEVELS = 8;

/**
 * How dark a probability is drawn, 0 … LEVELS.
 * @param most the largest probability of the maps that are compared; it is as dark as can be
 */
export function levelOf(probability: number, most: number): number {
  if (probability <= 0) return 0;
  return Math.max(0, LEVELS - Math.floor(Math.log2(most / probability)));
}

/** The largest probability of two maps. */
export function mostOf(exact: Float64Array, product: Float64Array): number {
  return Math.max(max(exact) ?? 0, max(product) ?? 0);
}

export type Difference = Readonly<{
  first: number;
  second: number;
  exact: number;
  product: number;
}>;

/** The pairs that differ most between the two distributions, the largest first. */
export function differences(exact: Float64Array, product: Float64Array, count: number) {
  const vocab = Math.round(Math.sqrt(exact.length));
  const all = Array.from(exact, (p, pair): Difference => {
    const [first, second] = [Math.floor(pair / vocab), pair % vocab];
    return { first, second, exact: p, product: product[pair] ?? 0 };
  });
  const gap = (pair: Difference) => Math.abs(pair.exact - pair.product);
  return all.sort((a, b) => gap(b) - gap(a)).slice(0, count);
}
