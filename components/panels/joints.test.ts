import { expect, test } from 'vitest';
import { differences, LEVELS, levelOf, mostOf, sidesOf } from './joints';

/** Three tokens; the last one stands nowhere. */
const JOINT = Float64Array.from([0.5, 0, 0, 0, 0.5, 0, 0, 0, 0]);
const PRODUCT = Float64Array.from([0.25, 0.25, 0, 0.25, 0.25, 0, 0, 0, 0]);

test('tokens that never stand in a place are not drawn there', () => {
  expect(sidesOf(JOINT)).toEqual({ firsts: [0, 1], seconds: [0, 1], share: 1 });
});

test('each step of darkness is twice as probable, up to the most probable pair of both maps', () => {
  const most = mostOf(JOINT, PRODUCT);
  expect(most).toBe(0.5);
  const levels = [0.5, 0.25, 0.2, 0.125, 0.5 / 128, 0.5 / 256, 0].map((p) => levelOf(p, most));
  expect(levels).toEqual([LEVELS, 7, 7, 6, 1, 0, 0]);
});

test('the pairs that differ most come first', () => {
  const found = differences(JOINT, PRODUCT, 4);
  expect(found).toHaveLength(4);
  expect(found.every(({ exact, product }) => Math.abs(exact - product) === 0.25)).toBe(true);
});
