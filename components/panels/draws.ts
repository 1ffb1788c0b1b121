// Many seeds, written three ways: how often a method writes what one-at-a-time decoding writes.

import type { Draw } from '../notebook/state';
import { compare, type Place, scoreOf } from './one-shot';

export type DrawRow = Readonly<{
  seed: number;
  truth: readonly Place[];
  ptp: readonly Place[];
  independent: readonly Place[];
}>;

export function rowsOf(draws: readonly Draw[]): DrawRow[] {
  return draws.map(({ seed, ar, ptp, independent }) => ({
    seed,
    truth: compare(ar, ar),
    ptp: compare(ptp, ar),
    independent: compare(independent, ar),
  }));
}

export type Totals = Readonly<{ exact: number; right: number; of: number; leading: number }>;

/** Sums over the rows of one method; `leading` counts tokens before the first wrong one. */
export function totalsOf(rows: readonly DrawRow[], method: 'ptp' | 'independent'): Totals {
  const scores = rows.map((row) => scoreOf(row[method]));
  const sum = (read: (score: (typeof scores)[number]) => number) =>
    scores.reduce((total, score) => total + read(score), 0);
  return {
    exact: sum(({ exact }) => (exact ? 1 : 0)),
    right: sum(({ right }) => right),
    of: sum(({ of }) => of),
    leading: sum(({ leading, of }) => Math.min(leading, of)),
  };
}
