import { expect, test } from 'vitest';
import { mutualInformation, productOf, totalVariation } from './joint';

/** def f, def main, import numpy, import sys: two firsts, four seconds, as [4 * 4]. */
const FOUR_PAIRS = Float64Array.from(
  [
    [1, 1, 0, 0],
    [0, 0, 1, 1],
    [0, 0, 0, 0],
    [0, 0, 0, 0],
  ].flat(),
  (count) => count / 4,
);

test('four pairs share one bit, and half of what independent guesses write is wrong', () => {
  const product = productOf(FOUR_PAIRS);
  expect(Array.from(product)).toEqual([...Array(8).fill(1 / 8), ...Array(8).fill(0)]);
  expect(mutualInformation(FOUR_PAIRS, product)).toBeCloseTo(1, 12);
  expect(totalVariation(FOUR_PAIRS, product)).toBeCloseTo(0.5, 12);
});

test('of independent tokens, one tells nothing about the other', () => {
  const product = productOf(FOUR_PAIRS);
  expect(productOf(product)).toEqual(product);
  expect(mutualInformation(product, productOf(product))).toBeCloseTo(0, 12);
});
