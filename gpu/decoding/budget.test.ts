import { expect, test } from 'vitest';
import { allocate, groupWorth, guessedHistogram, outcomeWeights } from './budget';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

test('outcomes are the places of the first wrong draft, and all of them right', () => {
  expect(outcomeWeights([])).toEqual([1]);
  const weights = outcomeWeights([0.9, 0.5]);
  expect(weights.map((weight) => Number(weight.toFixed(9)))).toEqual([0.1, 0.45, 0.45]);
});

test('a group is worth the drafts it is expected to get right; one row is worth nothing', () => {
  expect(groupWorth([0, 5, 3, 2])).toEqual([0, 0, 0.5, 0.7]);
  expect(groupWorth([0, 0, 0])).toEqual([0, 0, 0]);
});

test('the whole budget is spent, and no group gets more than K rows', () => {
  for (const histogram of [guessedHistogram(8), [0, 0, 0, 0, 0, 0, 0, 0, 0]]) {
    const worth = groupWorth(histogram);
    for (const confidences of [[], [0.3], [1, 1], [0.99, 0.9, 0.2, 0.7, 0, 0.5, 0.5]]) {
      for (const budget of [1, 7, 8, 24, 240]) {
        const sizes = allocate(outcomeWeights(confidences), worth, budget);
        expect(sum(sizes)).toBe(Math.min(budget, 8 * (confidences.length + 1)));
        expect(Math.max(...sizes)).toBeLessThanOrEqual(8);
      }
    }
  }
});

test('without drafts all rows stand behind the last token', () => {
  expect(allocate([1], groupWorth(guessedHistogram(8)), 24)).toEqual([8]);
});

test('likely outcomes get more, unlikely ones nothing', () => {
  const worth = groupWorth([0, 160, 155, 140, 120, 90, 70, 50, 215]);
  const sizes = allocate(outcomeWeights([0.9, 0.8, 0.7, 0.6, 0.5]), worth, 8);
  expect(sizes).toEqual([0, 0, 4, 4, 0, 0]);
});

test('the choice is within a hundredth of the best of all splits', () => {
  const worth = groupWorth([0, 160, 155, 140, 120]);
  const weights = outcomeWeights([0.8, 0.6]);
  const value = (sizes: readonly number[]) =>
    sum(sizes.map((size, outcome) => (weights[outcome] ?? 0) * (worth[size] ?? 0)));
  for (let budget = 2; budget <= 12; budget++) {
    let best = 0;
    for (let a = 0; a <= 4; a++) {
      for (let b = 0; b <= 4; b++) {
        const c = budget - a - b;
        if (c >= 0 && c <= 4) best = Math.max(best, value([a, b, c]));
      }
    }
    expect(value(allocate(weights, worth, budget))).toBeGreaterThan(best - 0.01);
  }
});
