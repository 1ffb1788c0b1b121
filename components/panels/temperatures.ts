// The mathematics of acceptance against temperature: runs put together by method and temperature.

import { extent, groups, sum } from 'd3-array';
import type { Acceptance, MethodName } from '@/gpu';

export type Warmth = Readonly<{
  temperature: number;
  rounds: number;
  /** Tokens accepted a round, over all rounds; and by the single runs, from the lowest to the highest. */
  mean: number;
  low: number;
  high: number;
  /** Mean entropy of the teacher at a token, bits. */
  bits: number;
}>;

/** For each method, its temperatures from cold to warm. */
export function warmthOf(
  runs: readonly Acceptance[],
): { method: MethodName; places: readonly Warmth[] }[] {
  return groups(
    runs.filter(({ rounds }) => rounds > 0),
    ({ method }) => method,
  ).map(([method, own]) => ({
    method,
    places: groups(own, ({ temperature }) => temperature)
      .map(([temperature, same]) => {
        const [low = 0, high = 0] = extent(same, ({ tokens, rounds }) => tokens / rounds);
        const rounds = sum(same, (run) => run.rounds);
        const tokens = sum(same, (run) => run.tokens);
        const bits = sum(same, (run) => run.bits) / tokens;
        return { temperature, rounds, mean: tokens / rounds, low, high, bits };
      })
      .sort((a, b) => a.temperature - b.temperature),
  }));
}
