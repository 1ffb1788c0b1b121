// Steps that wait for each other: the calls that a method makes, one after the other, until so many tokens are
// written. The unit of time is one large call.

import { METHOD_NAMES, type StepTrace, type Trace } from '@/gpu';
import type { Traces } from '../notebook/state';

export type ChainStep = Readonly<{ kind: 'large' | 'small'; from: number; to: number }>;

export type ChainLine = Readonly<{
  steps: readonly ChainStep[];
  large: number;
  small: number;
  /** All steps, in large calls. */
  time: number;
  tokens: number;
}>;

/** Tokens until which the calls are drawn. */
export const CHAIN_TOKENS = 24;

/** A line for each method that has come so far, in the order of the registry. */
export function chainsOf(traces: Traces, ratio: number) {
  return METHOD_NAMES.flatMap((method) => {
    const trace = traces[method];
    const line = trace && chainOf(trace, CHAIN_TOKENS, ratio);
    return line ? [{ method, line }] : [];
  });
}

/**
 * Null if the run has not come so far.
 * @param ratio what a small call takes, in large calls
 */
export function chainOf(trace: Trace, tokens: number, ratio: number): ChainLine | null {
  const last = trace.steps.findIndex((step) => step.position + step.accepted >= tokens);
  if (last === -1) return null;
  const rounds = trace.steps.slice(0, last + 1);
  const kinds = rounds.flatMap(kindsOf);
  let time = 0;
  const steps = kinds.map((kind): ChainStep => {
    const from = time;
    time += kind === 'large' ? 1 : ratio;
    return { kind, from, to: time };
  });
  const large = kinds.filter((kind) => kind === 'large').length;
  const written = rounds.reduce((sum, { accepted }) => sum + accepted, 0);
  return { steps, large, small: kinds.length - large, time, tokens: written };
}

/** The small network drafts first; the large calls follow. */
function kindsOf({ calls, smallCalls }: StepTrace): ('large' | 'small')[] {
  return [...Array(smallCalls).fill('small'), ...Array(calls).fill('large')];
}
