import { expect, test } from 'vitest';
import { compare, scoreOf } from './one-shot';

test('a wrong token is wrong where it stands; the ones behind it are judged by themselves', () => {
  const places = compare([1, 9, 3, 0], [1, 2, 3, 0]);
  expect(places.map(({ wrong }) => wrong)).toEqual([false, true, false, false]);
  expect(scoreOf(places)).toEqual({ right: 3, of: 4, leading: 1, exact: false });
});

test('a line that ends too early lacks what it does not write', () => {
  const places = compare([1, 0], [1, 2, 3, 0]);
  expect(places[3]).toEqual({ token: null, truth: 0, wrong: true });
  expect(scoreOf(places)).toEqual({ right: 1, of: 4, leading: 1, exact: false });
});

test('a line that goes on too long is not exact', () => {
  expect(scoreOf(compare([1, 2, 0], [1, 0]))).toEqual({
    right: 1,
    of: 2,
    leading: 1,
    exact: false,
  });
  expect(scoreOf(compare([1, 0], [1, 0])).exact).toBe(true);
});
