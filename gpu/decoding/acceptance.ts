// What a run says about its method: rounds, tokens, and how uncertain the text was that it wrote.

import type { MethodName, RunSpec } from './run-spec';
import { probabilitiesOf } from './sampling';
import type { StepTrace } from './trace';

/** Sums over the rounds of one run that its length did not cut short. */
export type Acceptance = Readonly<{
  method: MethodName;
  temperature: number;
  rounds: number;
  /** Tokens accepted, the one that comes with the check included. */
  tokens: number;
  /** Entropy of the teacher's distributions at these tokens, in bits, summed. */
  bits: number;
}>;

/** @param steps all rounds of the run, with their CDFs */
export function acceptanceOf(
  { method, sampling }: RunSpec,
  steps: readonly StepTrace[],
): Acceptance {
  const whole = steps.filter(({ accepted, checks }) => accepted === checks.length);
  const cdfs = whole.flatMap(({ checkCdfs, accepted }) => checkCdfs.slice(0, accepted));
  return {
    method,
    temperature: sampling.temperature,
    rounds: whole.length,
    tokens: whole.reduce((sum, { accepted }) => sum + accepted, 0),
    bits: cdfs.reduce((sum, cdf) => sum + entropyOf(cdf), 0),
  };
}

/** Entropy in bits of the distribution of a CDF [V]: 0 where one token is certain. */
export function entropyOf(cdf: Float64Array): number {
  return probabilitiesOf(cdf).reduce((sum, p) => (p > 0 ? sum - p * Math.log2(p) : sum), 0);
}
