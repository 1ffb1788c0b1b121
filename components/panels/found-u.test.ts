import { expect, test } from 'vitest';
import { foundFor, withinBin } from './found-u';

const CDFS = [Float64Array.from([0.25, 0.5, 1]), Float64Array.from([0.9, 0.9, 1])];
const TOKENS = [1, 2];

test('whatever is thrown, the text stays the same', () => {
  const seen = new Set<number>();
  for (let seed = 0; seed < 20; seed++) {
    const found = foundFor(TOKENS, CDFS, { seed, set: {} });
    expect(found.map(({ writes }) => writes)).toEqual(TOKENS);
    seen.add(found[0]?.u ?? -1);
  }
  expect(seen.size).toBe(20);
});

test('a hand moves a number inside its bin, and not out of it', () => {
  const [first] = foundFor(TOKENS, CDFS, { seed: 1, set: {} });
  if (!first) throw new Error('a text of two tokens has a first');
  for (const asked of [0, 0.3, 0.99]) {
    const set = { 0: withinBin(first, asked) };
    const [moved] = foundFor(TOKENS, CDFS, { seed: 1, set });
    expect(moved?.u).toBeCloseTo(Math.min(0.5, Math.max(0.25, asked)), 6);
    expect(moved?.writes).toBe(1);
  }
});

test('a token without a bin is not written', () => {
  const [, second] = foundFor([1, 1], CDFS, { seed: 1, set: {} });
  expect(second?.probability).toBe(0);
  expect(second?.writes).not.toBe(1);
});
