import { expect, test } from 'vitest';
import { threefry2x32, uniform } from './u';

test('Threefry-2x32 gives the known answers of Random123', () => {
  const ones = 0xffffffff;
  expect(threefry2x32([0, 0], [0, 0])).toEqual([0x6b200159, 0x99ba4efe]);
  expect(threefry2x32([ones, ones], [ones, ones])).toEqual([0x1cb996fc, 0xbb002be7]);
  expect(threefry2x32([0x13198a2e, 0x03707344], [0x243f6a88, 0x85a308d3])).toEqual([
    0xc4923a9c, 0x483df7a0,
  ]);
});

test('u is a multiple of 2^-24 in [0, 1), and its mean is a half', () => {
  const values = Array.from({ length: 2000 }, (_, position) => uniform(4294967295, position));
  for (const u of values) {
    expect(u >= 0 && u < 1).toBe(true);
    expect(Number.isInteger(u * 2 ** 24)).toBe(true);
  }
  expect(values.reduce((sum, u) => sum + u, 0) / values.length).toBeCloseTo(0.5, 1);
});

test('u belongs to seed, position and stream', () => {
  expect(uniform(7, 3)).toBe(uniform(7, 3));
  expect(new Set([uniform(7, 3), uniform(8, 3), uniform(7, 4), uniform(7, 3, 1)]).size).toBe(4);
});
