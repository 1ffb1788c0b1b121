// The mathematics of measured calls: for each width the middle one, and where half of them lie.

import { groups, quantileSorted } from 'd3-array';
import type { CallCost } from '@/gpu';

export type Width = Readonly<{
  rows: number;
  /** How often it was measured. */
  count: number;
  /** Median, and the two quartiles, ms. */
  ms: number;
  low: number;
  high: number;
}>;

/** One entry per width, narrowest first. Medians, because what else a device does only ever adds. */
export function widthsOf(calls: readonly CallCost[]): Width[] {
  return groups(calls, ({ rows }) => rows)
    .map(([rows, own]) => {
      const sorted = own.map(({ ms }) => ms).sort((a, b) => a - b);
      const at = (share: number) => quantileSorted(sorted, share) ?? 0;
      return { rows, count: own.length, ms: at(0.5), low: at(0.25), high: at(0.75) };
    })
    .sort((a, b) => a.rows - b.rows);
}
