import { expect, test } from 'vitest';
import { PLAIN } from '../i18n/numbers';
import { angleOf, uAfterDrag, uAt } from './dial-angle';
import { clampU, LARGEST_U, writeU } from './unit-number';
import { uAfterKey } from './use-dial';

test('the needle runs clockwise from lower left to lower right', () => {
  expect(angleOf(0)).toBe(-150);
  expect(angleOf(0.5)).toBe(0);
  expect(angleOf(0.75)).toBe(75);
});

test('a pointer at the top means one half, at the left less, at the right more', () => {
  expect(uAt(0, -10)).toBeCloseTo(0.5);
  expect(uAt(-10, 0)).toBeCloseTo(0.2);
  expect(uAt(10, 0)).toBeCloseTo(0.8);
});

test('the gap at the bottom belongs to the nearer end', () => {
  expect(uAt(-1, 10)).toBe(0);
  expect(uAt(1, 10)).toBe(LARGEST_U);
});

test('a drag to the right is more; up and down count for a mouse, and scroll for a finger', () => {
  expect(uAfterDrag(0.25, 80, 0, 'mouse')).toBe(0.75);
  expect(uAfterDrag(0.25, 0, -80, 'mouse')).toBe(0.75);
  expect(uAfterDrag(0.75, 0, 80, 'mouse')).toBe(0.25);
  expect(uAfterDrag(0.25, 80, -80, 'touch')).toBe(0.75);
  expect(uAfterDrag(0.25, -80, 0, 'touch')).toBe(0);
});

test('u stays in [0, 1) and is never written as 1', () => {
  expect(clampU(1)).toBe(LARGEST_U);
  expect(clampU(Number.NaN)).toBe(0);
  expect(writeU(LARGEST_U, PLAIN)).toBe('0.999');
  expect(writeU(0.417, PLAIN)).toBe('0.417');
  expect(writeU(0.29, PLAIN)).toBe('0.290');
  expect(writeU(0.4179, PLAIN, 2)).toBe('0.42');
  expect(writeU(0.4179, PLAIN)).toBe('0.418');
  expect(writeU(0.999, PLAIN, 2)).toBe('0.99');
});

test('keys move by a hundredth, with Shift by a thousandth, and to the ends', () => {
  expect(uAfterKey(0.5, 'ArrowUp', false)).toBeCloseTo(0.51);
  expect(uAfterKey(0.5, 'ArrowLeft', true)).toBeCloseTo(0.499);
  expect(uAfterKey(0.5, 'PageDown', false)).toBeCloseTo(0.4);
  expect(uAfterKey(0.5, 'Home', false)).toBe(0);
  expect(uAfterKey(0.5, 'End', false)).toBe(0.999);
  expect(uAfterKey(0.5, 'a', false)).toBeUndefined();
});
