// The mathematics of a ruler: a CDF as bins on [0, 1), and what u picks.

import { bisectRight } from 'd3-array';
import type { Numbers } from '../i18n/numbers';

/** One token's interval of the ruler. */
export type Bin = Readonly<{ token: number; from: number; to: number }>;

/** Bins of a CDF [V] in token-id order; tokens of zero probability have none. */
export function binsOf(cdf: Float64Array): Bin[] {
  const edges = Array.from(cdf);
  return edges
    .map((to, token) => ({ token, from: token === 0 ? 0 : (edges[token - 1] ?? 0), to }))
    .filter(({ from, to }) => to > from);
}

/** The bin that u falls into: the first whose right edge lies above u. */
export function binAt(bins: readonly Bin[], u: number): Bin | undefined {
  const place = bisectRight(
    bins.map(({ to }) => to),
    u,
  );
  return bins[Math.min(place, bins.length - 1)];
}

/** Bins from the widest to the narrowest. */
export function widest(bins: readonly Bin[], count: number): Bin[] {
  return [...bins].sort((a, b) => b.to - b.from - (a.to - a.from)).slice(0, count);
}

/** A probability as readers see it: `12 %`, `0.4 %`, `< 0.1 %`. */
export function percent(probability: number, { number }: Numbers): string {
  const value = probability * 100;
  if (value > 0 && value < 0.1) return `< ${number(0.1)} %`;
  return `${number(value, value < 9.95 ? 1 : 0)} %`;
}
