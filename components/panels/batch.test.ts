import { expect, test } from 'vitest';
import type { StepTrace, Trace } from '@/gpu';
import { DEFAULTS } from '../notebook/defaults';
import { gainsOf, msOf } from './batch';

const width = (rows: number, ms: number) => ({ rows, ms, count: 1, low: ms, high: ms });

/** Two calls of eight rows that write four tokens. */
const step: StepTrace = {
  ...{ position: 0, accepted: 4, drafts: [], checks: [], u: [], confidences: [] },
  ...{ checkCdfs: [], draftCdfs: [], calls: 2, rows: 16, smallCalls: 0, ms: 1 },
};
const trace: Trace = { run: DEFAULTS.runs.tales, prompt: [1], steps: [step], done: true };

test('where rows are free, a gain stays whatever the batch', () => {
  const level = [1, 2, 4, 8, 16].map((rows) => width(rows, 3));
  expect(gainsOf(trace, level)).toEqual([
    { texts: 1, speed: 2 },
    { texts: 2, speed: 2 },
  ]);
});

test('where each row costs as much as the first, drafting loses', () => {
  const steep = [1, 2, 4, 8, 16].map((rows) => width(rows, rows));
  for (const { speed } of gainsOf(trace, steep)) expect(speed).toBeCloseTo(2 / 8, 9);
});

test('between two measured widths a call lies on the line through both', () => {
  const widths = [width(1, 1), width(4, 4), width(16, 4)];
  expect(msOf(widths, 1)).toBe(1);
  expect(msOf(widths, 2)).toBeCloseTo(2, 9);
  expect(msOf(widths, 8)).toBeCloseTo(4, 9);
  expect(msOf(widths, 16)).toBeCloseTo(4, 9);
});
