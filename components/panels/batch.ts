// What is left of a method's gain when several readers share a device: calculated from measured calls, since
// the calls of all readers travel as one wide call.

import { bisector } from 'd3-array';
import type { CallCost, MethodName, Trace } from '@/gpu';
import type { Traces } from '../notebook/state';
import { type Width, widthsOf } from './costs';
import { totalsThrough } from './rounds';

export type Gain = Readonly<{
  /** Texts written at a time. */
  texts: number;
  /** Tokens a second, where one at a time, with as many texts, is 1. */
  speed: number;
}>;

/** All rows of these travel in large calls. */
export const SHARED: readonly MethodName[] = ['independent', 'o-ptp', 'pqd'];

/** A curve for each of these methods that has run. */
export function speedsOf(traces: Traces, calls: readonly CallCost[]) {
  const widths = widthsOf(calls);
  return SHARED.flatMap((method) => {
    const trace = traces[method];
    const gains = trace && trace.steps.length > 0 ? gainsOf(trace, widths) : [];
    return gains.length > 0 ? [{ method, gains }] : [];
  });
}

/**
 * One entry for each number of texts, from 1, whose calls are no wider than the widest measured.
 * @param trace of a method without small calls
 */
export function gainsOf(trace: Trace, widths: readonly Width[]): Gain[] {
  const { tokens, calls, rows } = totalsThrough(trace, trace.steps.length - 1);
  const widest = widths.at(-1)?.rows ?? 0;
  const most = Math.floor(widest / (rows / calls));
  return Array.from({ length: most }, (_, k) => {
    const texts = k + 1;
    const speed = (tokens / calls) * (msOf(widths, texts) / msOf(widths, (texts * rows) / calls));
    return { texts, speed };
  });
}

/** Milliseconds of a call of so many rows: straight between two measured widths, both axes doubling. */
export function msOf(widths: readonly Width[], rows: number): number {
  const right = Math.max(1, bisector<Width, number>((width) => width.rows).left(widths, rows));
  const [a, b] = [widths[right - 1], widths[right]];
  if (!a) return Number.NaN;
  if (!b || a.rows >= rows) return a.ms;
  const share = Math.log(rows / a.rows) / Math.log(b.rows / a.rows);
  return a.ms * (b.ms / a.ms) ** share;
}
