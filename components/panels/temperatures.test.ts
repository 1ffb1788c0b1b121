import { expect, test } from 'vitest';
import { warmthOf } from './temperatures';

const run = { method: 'o-ptp', temperature: 1 } as const;

test('runs at one temperature are one place, weighed by their rounds', () => {
  const runs = [
    { ...run, rounds: 10, tokens: 20, bits: 10 },
    { ...run, rounds: 30, tokens: 120, bits: 25 },
    { ...run, temperature: 0.5, rounds: 4, tokens: 20, bits: 0 },
    { ...run, temperature: 0.7, rounds: 0, tokens: 0, bits: 0 },
  ];
  expect(warmthOf(runs)).toEqual([
    {
      method: 'o-ptp',
      places: [
        { temperature: 0.5, rounds: 4, mean: 5, low: 5, high: 5, bits: 0 },
        { temperature: 1, rounds: 40, mean: 3.5, low: 2, high: 4, bits: 0.25 },
      ],
    },
  ]);
});
