import { expect, test } from 'vitest';
import { countPlaywright, countUnittest, countVitest, one } from './test-counts.mjs';

test('a check counts as one', () => {
  expect(one(0)).toEqual({ passed: 1, failed: 0, skipped: 0 });
  expect(one(2)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('reports are read', () => {
  const vitest = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 2, numTodoTests: 0 };
  expect(countVitest(1, JSON.stringify(vitest))).toEqual({ passed: 3, failed: 1, skipped: 2 });
  const stats = { expected: 4, flaky: 1, unexpected: 0, skipped: 0 };
  expect(countPlaywright(0, JSON.stringify({ stats }))).toEqual({
    passed: 5,
    failed: 0,
    skipped: 0,
  });
});

test('a runner that stops without a report is a failure', () => {
  expect(countUnittest(1, '')).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('a runner that fails without a failed test is a failure', () => {
  const text = JSON.stringify({ passed: 5, failed: 0, skipped: 0 });
  expect(countUnittest(1, text)).toEqual({ passed: 5, failed: 1, skipped: 0 });
});
