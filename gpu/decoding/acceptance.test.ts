import { expect, test } from 'vitest';
import { acceptanceOf, entropyOf } from './acceptance';
import { defaultRun } from './run-spec';
import type { StepTrace } from './trace';

const FAIR = Float64Array.from([0.5, 1]);
const CERTAIN = Float64Array.from([1, 1]);

function step(accepted: number, checks: number, cdf: Float64Array): StepTrace {
  const tokens = Array.from({ length: checks }, () => 0);
  const checkCdfs = tokens.map(() => cdf);
  return {
    ...{ position: 0, u: [], drafts: tokens, checks: tokens, accepted, checkCdfs },
    ...{ draftCdfs: [], confidences: [], calls: 2, rows: 0, smallCalls: 0, ms: 0 },
  };
}

test('entropy is one bit of a fair coin, none of a certain token, two of four equal ones', () => {
  expect(entropyOf(FAIR)).toBeCloseTo(1, 12);
  expect(entropyOf(CERTAIN)).toBe(0);
  expect(entropyOf(Float64Array.from([0.25, 0.5, 0.75, 1]))).toBeCloseTo(2, 12);
});

test('a round that the length of the run cut short is left out', () => {
  const run = { ...defaultRun('tales'), method: 'o-ptp' } as const;
  const steps = [step(3, 3, FAIR), step(2, 2, CERTAIN), step(1, 4, FAIR)];
  const { temperature } = run.sampling;
  expect(acceptanceOf(run, steps)).toEqual({
    method: 'o-ptp',
    temperature,
    rounds: 2,
    tokens: 5,
    bits: 3,
  });
});
