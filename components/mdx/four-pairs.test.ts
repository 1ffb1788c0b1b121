import { expect, test } from 'vitest';
import { cells, validShare } from './four-pairs';

test('independent heads write a pair that occurs half of the time', () => {
  expect(validShare('code')).toBe(0.5);
  expect(validShare('thanks')).toBe(0.5);
});

test('eight combinations, all equally likely, four of which never occur', () => {
  expect(cells('code').map((cell) => cell.independent)).toEqual(Array(8).fill(1 / 8));
  expect(cells('code').filter((cell) => cell.joint === 0)).toHaveLength(4);
});

test('two ways to say thanks mix into four, of which two are wrong', () => {
  expect(cells('thanks').map((cell) => cell.independent)).toEqual(Array(4).fill(1 / 4));
  const wrong = cells('thanks').filter((cell) => cell.joint === 0);
  expect(wrong.map(({ first, second }) => `${first} ${second}`)).toEqual([
    ...['Danke Dank', 'Vielen schön'],
  ]);
});
