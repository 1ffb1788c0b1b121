import { expect, test } from 'vitest';
import { cells, validShare } from './four-pairs';

test('independent heads write a pair that occurs half of the time', () => {
  expect(validShare()).toBe(0.5);
});

test('eight combinations, all equally likely, four of which never occur', () => {
  expect(cells().map((cell) => cell.independent)).toEqual(Array(8).fill(1 / 8));
  expect(cells().filter((cell) => cell.joint === 0)).toHaveLength(4);
});
