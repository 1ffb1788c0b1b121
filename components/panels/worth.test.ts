import { expect, test } from 'vitest';
import type { StepTrace, Trace } from '@/gpu';
import { DEFAULTS } from '../notebook/defaults';
import { expectedTokens, worthOf } from './worth';

/** A round with two drafts of which `right` are. */
function round(right: number): StepTrace {
  const checks = Array.from({ length: right + 1 }, () => 1);
  const drafts = Array.from({ length: 2 }, (_, k) => (k < right ? 1 : 0));
  return {
    ...{ position: 0, drafts, checks, accepted: checks.length, u: [], confidences: [] },
    ...{ checkCdfs: [], draftCdfs: [], calls: 1, rows: 3, smallCalls: 2, ms: 1 },
  };
}

test('the formula is the sum of the powers', () => {
  expect(expectedTokens(0.5, 3)).toBeCloseTo(1 + 0.5 + 0.25 + 0.125, 12);
  expect(expectedTokens(0, 3)).toBe(1);
  expect(expectedTokens(1, 3)).toBe(4);
});

test('a trace is counted draft by draft, with the share of right ones among those looked at', () => {
  const steps = [round(0), round(1), round(2), round(2)];
  const trace: Trace = { run: DEFAULTS.runs.tales, prompt: [], steps, done: true };
  const worth = worthOf(trace);
  // Looked at: 1, 2, 2 and 2 drafts; right: 0, 1, 2 and 2.
  expect(worth?.alpha).toBeCloseTo(5 / 7, 12);
  expect(worth?.places.map(({ counted }) => counted)).toEqual([1 + 3 / 4, 1 + 5 / 4]);
  expect(worth?.places[1]?.formula).toBeCloseTo(1 + 5 / 7 + 25 / 49, 12);
});

test('a method that drafts nothing has no curve', () => {
  expect(worthOf({ run: DEFAULTS.runs.tales, prompt: [], steps: [], done: true })).toBeNull();
});
