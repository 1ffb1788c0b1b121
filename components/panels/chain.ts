// Steps that wait for each other: the calls that a method makes, one after the other, until so many tokens are
// written. The unit of time is one large call.

import type { StepTrace, Trace } from '@/gpu';

export type ChainStep = Readonly<{ kind: 'large' | 'small'; from: number; to: number }>;

export type ChainLine = Readonly<{
  steps: readonly ChainStep[];
  large: number;
  small: number;
  /** All steps, in large calls. */
  time: number;
  tokens: number;
}>;

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
