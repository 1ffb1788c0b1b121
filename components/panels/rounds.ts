// The mathematics of acceptance: a round as chips, totals until so many tokens, histogram, slots.

import { type Config, methods, type StepTrace, type Trace } from '@/gpu';
import type { TokenState } from '../ui/token';
import { glyph } from './one-shot';

/** Why a chip stands where it does: a key of the messages. */
type Remark = 'beyond' | 'withCheck' | 'correction';

export type RoundChip = Readonly<{
  token: string;
  state: TokenState;
  /** Output position, from 1. */
  position: number;
  more?: Remark | undefined;
}>;

/** Leading drafts of a round that equal their checks. */
export function matches({ drafts, checks }: StepTrace): number {
  const first = drafts.findIndex((draft, k) => draft !== checks[k]);
  return first === -1 ? drafts.length : first;
}

/**
 * A round in order: accepted drafts, then the rejected one with its correction, then those never looked
 * at; or, where all drafts hold, one checked token more. Drafts beyond the run's length are discarded.
 */
export function chipsOf(step: StepTrace, config: Config): RoundChip[] {
  const right = matches(step);
  const kept = Math.min(right, step.accepted);
  const chip = (token: number, state: TokenState, k: number, more?: Remark): RoundChip => ({
    ...{ token: glyph(config, token), state, position: step.position + k + 1, more },
  });
  const chips = step.drafts.slice(0, kept).map((token, k) => chip(token, 'accept', k));
  if (isCut(step)) {
    const rest = step.drafts.slice(kept);
    return [...chips, ...rest.map((token, k) => chip(token, 'discard', kept + k, 'beyond'))];
  }
  const check = step.checks[right];
  const rejected = step.drafts[right];
  if (rejected !== undefined) chips.push(chip(rejected, 'reject', right));
  if (check !== undefined) {
    const more = rejected === undefined ? 'withCheck' : 'correction';
    chips.push(chip(check, 'check', right, more));
  }
  const rest = step.drafts.slice(right + 1);
  return [...chips, ...rest.map((token, k) => chip(token, 'discard', right + 1 + k))];
}

export type Totals = Readonly<{
  tokens: number;
  calls: number;
  rows: number;
  smallCalls: number;
  ms: number;
}>;

/** Sums over the rounds of a trace, up to and with round `last`. */
export function totalsThrough(trace: Trace, last: number): Totals {
  return sum(trace.steps.slice(0, last + 1));
}

/** Sums over the rounds that a method needs for so many tokens; null if it has not come so far. */
export function totalsUntil(trace: Trace, tokens: number): Totals | null {
  const last = trace.steps.findIndex((step) => step.position + step.accepted >= tokens);
  return last === -1 ? null : totalsThrough(trace, last);
}

function sum(steps: readonly StepTrace[]): Totals {
  return steps.reduce(
    (total, step) => ({
      tokens: total.tokens + step.accepted,
      calls: total.calls + step.calls,
      rows: total.rows + step.rows,
      smallCalls: total.smallCalls + step.smallCalls,
      ms: total.ms + step.ms,
    }),
    { tokens: 0, calls: 0, rows: 0, smallCalls: 0, ms: 0 },
  );
}

/** Where a method stands after each round: calls so far and tokens so far, from (0, 0). */
export function staircase(trace: Trace): { calls: number; tokens: number }[] {
  let calls = 0;
  const places = trace.steps.map((step) => {
    calls += step.calls;
    return { calls, tokens: step.position + step.accepted };
  });
  return [{ calls: 0, tokens: 0 }, ...places];
}

/** Rounds by the number of tokens they accepted: entry n counts those with n. [most + 1] */
export function histogramOf(trace: Trace, most: number): number[] {
  const counts = Array.from({ length: most + 1 }, () => 0);
  for (const { accepted } of whole(trace)) {
    counts[accepted] = (counts[accepted] ?? 0) + 1;
  }
  return counts;
}

export type Slot = Readonly<{ slot: number; share: number; rounds: number }>;

/**
 * Share of the rounds whose draft in a place (from 1) was accepted, among those that drafted so many.
 * [draft] In place 1 stands the teacher's own pick. A method of one call has it from the call before, so
 * its drafts start in place 2.
 */
export function slotsOf(trace: Trace): Slot[] {
  const first = methods[trace.run.method].calls === 1 ? 2 : 1;
  return Array.from({ length: trace.run.draft }, (_, k) => {
    const drafted = whole(trace).filter(({ drafts }) => drafts.length > k);
    const kept = drafted.filter((step) => matches(step) > k).length;
    const share = drafted.length > 0 ? kept / drafted.length : 0;
    return { slot: first + k, share, rounds: drafted.length };
  });
}

/** Tokens a round accepts on average. */
export function meanAccepted(trace: Trace): number {
  const steps = whole(trace);
  const tokens = steps.reduce((total, { accepted }) => total + accepted, 0);
  return steps.length > 0 ? tokens / steps.length : 0;
}

/** Whether the run's length ended a round before its checks did. */
export function isCut({ checks, accepted }: StepTrace): boolean {
  return accepted < checks.length;
}

/** Rounds that were not cut short by the end of the run. */
export function whole({ steps }: Trace): readonly StepTrace[] {
  return steps.filter((step) => !isCut(step));
}
