import { expect, test } from 'vitest';
import type { Sampling } from './run-spec';
import { cdfOf, pick, probabilitiesOf } from './sampling';

const PLAIN: Sampling = { temperature: 1, topK: 0, topP: 1 };
const logits = Float32Array.of(Math.log(0.1), Math.log(0.4), Math.log(0.2), Math.log(0.3));

const shares = (sampling: Partial<Sampling>) =>
  Array.from(probabilitiesOf(cdfOf(logits, { ...PLAIN, ...sampling })), (p) =>
    Number(p.toFixed(6)),
  );

test('the cdf runs in token-id order and ends at 1', () => {
  expect(shares({})).toEqual([0.1, 0.4, 0.2, 0.3]);
  expect(cdfOf(logits, PLAIN).at(-1)).toBe(1);
});

test('temperature 0 puts everything on the highest score, the lowest id among equals', () => {
  expect(shares({ temperature: 0 })).toEqual([0, 1, 0, 0]);
  const tied = cdfOf(Float32Array.of(1, 3, 3), { ...PLAIN, temperature: 0 });
  expect(Array.from(tied)).toEqual([0, 1, 1]);
});

test('top-k keeps the most probable tokens and renormalises', () => {
  expect(shares({ topK: 2 })).toEqual([0, 0.571429, 0, 0.428571]);
  expect(shares({ topK: 99 })).toEqual(shares({}));
});

test('top-p keeps the smallest set that holds this much', () => {
  expect(shares({ topP: 0.39 })).toEqual([0, 1, 0, 0]);
  expect(shares({ topP: 0.41 })).toEqual([0, 0.571429, 0, 0.428571]);
  expect(shares({ topP: 0.001 })).toEqual([0, 1, 0, 0]);
});

test('the last token that can be picked has the edge 1, and those behind it cannot be picked', () => {
  const cdf = cdfOf(Float32Array.of(0, 0, -2000), PLAIN);
  expect(Array.from(cdf)).toEqual([0.5, 1, 1]);
  expect(pick(cdf, 1 - 2 ** -24)).toBe(1);
});

test('a very small temperature is greedy, not broken', () => {
  expect(shares({ temperature: 1e-300 })).toEqual([0, 1, 0, 0]);
});

test('pick takes the smallest token whose edge is strictly above u', () => {
  const cdf = Float64Array.of(0, 0.25, 0.25, 1);
  expect([0, 0.2499, 0.25, 0.999].map((u) => pick(cdf, u))).toEqual([1, 1, 3, 3]);
});
