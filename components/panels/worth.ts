// What drafts are worth: the tokens of a round against the drafts that it may have, as counted and as the
// formula of speculative decoding says.

import { sum } from 'd3-array';
import { METHOD_NAMES, type MethodName, type Trace } from '@/gpu';
import { matches, whole } from './rounds';

export type Worth = Readonly<{
  rounds: number;
  /** Share of the drafts that were looked at, those up to the first wrong one, which were right. */
  alpha: number;
  /** Tokens a round with n drafts, n = 1 … N: counted in the trace, and by the formula. */
  places: readonly Readonly<{ drafts: number; counted: number; formula: number }>[];
}>;

/** Those that draft as many tokens in every round, in one chain: what the formula speaks of. */
export const CHAINS: readonly MethodName[] = [
  ...(['speculative', 'speculative-sampling', 'independent'] as const),
  ...(['eagle', 'mtp', 'o-ptp', 'c-ptp'] as const),
];

/** The method that is shown, or the first of the race that the formula speaks of. */
export function chainAmong(shown: MethodName, race: readonly MethodName[]): MethodName {
  if (CHAINS.includes(shown)) return shown;
  return METHOD_NAMES.find((name) => CHAINS.includes(name) && race.includes(name)) ?? 'speculative';
}

/** Null where no whole round drafted anything. Rounds that drafted fewer than others end the curve. */
export function worthOf(trace: Trace): Worth | null {
  const rounds = whole(trace).filter(({ drafts }) => drafts.length > 0);
  const most = Math.min(...rounds.map(({ drafts }) => drafts.length));
  if (rounds.length === 0) return null;
  const right = rounds.map(matches);
  const looked = sum(rounds, ({ drafts }, k) => Math.min((right[k] ?? 0) + 1, drafts.length));
  const alpha = sum(right) / looked;
  const places = Array.from({ length: most }, (_, k) => {
    const counted = sum(right, (m) => Math.min(m, k + 1) + 1) / rounds.length;
    return { drafts: k + 1, counted, formula: expectedTokens(alpha, k + 1) };
  });
  return { rounds: rounds.length, alpha, places };
}

/**
 * Expected tokens of a round, if each of `drafts` drafts is right with probability `alpha` whatever the others
 * are: (1 - alpha^(drafts + 1)) / (1 - alpha). The one that comes with the check is counted.
 * Source: Leviathan et al. 2022 (arXiv 2211.17192).
 */
export function expectedTokens(alpha: number, drafts: number): number {
  return alpha === 1 ? drafts + 1 : (1 - alpha ** (drafts + 1)) / (1 - alpha);
}
