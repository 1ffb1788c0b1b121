import { expect, test } from 'vitest';
import { differences, LEVELS, levelOf, sidesOf } from './joints';

/** Three tokens; the last one stands nowhere. */
const JOINT = Float64Array.from([0.5, 0, 0, 0, 0.5, 0, 0, 0, 0]);
const PRODUCT = Float64Array.from([0.25, 0.25, 0, 0.25, 0.25, 0, 0, 0, 0]);

test('tokens that never stand in a place are not drawn there', () => {
  expect(sidesOf(JOINT)).toEqual({ firsts: [0, 1], seconds: [0, 1], share: 1 });
});

test('darkness grows with probability and has an end', () => {
  expect([0, 1 / 3000, 1 / 100, 1].map(levelOf)).toEqual([0, 1, 6, LEVELS]);
});

test('the pairs that differ most come first', () => {
  const found = differences(JOINT, PRODUCT, 4);
  expect(found).toHaveLength(4);
  expect(found.every(({ exact, product }) => Math.abs(exact - product) === 0.25)).toBe(true);
});
