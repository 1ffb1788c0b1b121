import { expect, test } from 'vitest';
import { widthsOf } from './costs';

test('a width has the median of its calls and the quartiles beside it', () => {
  const ms = [5, 1, 4, 2, 3];
  const calls = [...ms.map((each) => ({ rows: 8, ms: each })), { rows: 1, ms: 7 }];
  expect(widthsOf(calls)).toEqual([
    { rows: 1, count: 1, ms: 7, low: 7, high: 7 },
    { rows: 8, count: 5, ms: 3, low: 2, high: 4 },
  ]);
});
