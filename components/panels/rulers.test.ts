import { describe, expect, test } from 'vitest';
import { pick, uniform } from '@/gpu';
import { PLAIN } from '../i18n/numbers';
import { binAt, binsOf, percent } from './rulers';

describe('a ruler', () => {
  test('picks the token that the model picks, for 500 u’s and at every edge', () => {
    const cdf = Float64Array.from([0, 0.1, 0.1, 0.55, 1, 1]);
    const bins = binsOf(cdf);
    const us = [0, 0.1, 0.55, ...Array.from({ length: 500 }, (_, k) => uniform(5, k))];
    for (const u of us) expect(binAt(bins, u)?.token).toBe(pick(cdf, u));
  });

  test('has no bin for a token that cannot be picked, and leaves no gap', () => {
    const bins = binsOf(Float64Array.from([0, 0.25, 0.25, 1]));
    expect(bins).toEqual([
      { token: 1, from: 0, to: 0.25 },
      { token: 3, from: 0.25, to: 1 },
    ]);
  });
});

test('small probabilities are never shown as zero', () => {
  expect(percent(0.00004, PLAIN)).toBe('< 0.1 %');
  expect(percent(0.031, PLAIN)).toBe('3.1 %');
  expect(percent(0.5, PLAIN)).toBe('50 %');
});
