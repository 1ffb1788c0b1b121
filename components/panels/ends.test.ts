import { expect, test } from 'vitest';
import { apart } from './ends';

const end = (name: 'ar' | 'o-ptp' | 'pqd', height: number, whole = 0) => ({ name, height, whole });

test('names of curves that end together stand a line apart, the higher curve higher', () => {
  const heights = apart([end('ar', 80, 1), end('o-ptp', 80, 2), end('pqd', 20)], 0, 100);
  expect([...heights].sort()).toEqual([
    ['ar', 80],
    ['o-ptp', 65],
    ['pqd', 20],
  ]);
});

test('none leaves the plot, below or above', () => {
  const heights = apart([end('ar', 120), end('o-ptp', 0, 1), end('pqd', 0, 2)], 0, 100);
  expect([...heights].sort()).toEqual([
    ['ar', 100],
    ['o-ptp', 15],
    ['pqd', 0],
  ]);
});
