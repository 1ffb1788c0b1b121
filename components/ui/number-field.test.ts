import { expect, test } from 'vitest';
import { panelWordsOf } from '../i18n/catalogue';
import { readNumber } from './NumberField';

const words = panelWordsOf('en', 'ui');

test('whole numbers are decimal digits alone', () => {
  expect(readNumber(' 42 ', 0, 99, false, words)).toBe(42);
  expect(readNumber('-3', -5, 5, false, words)).toBe(-3);
  for (const text of ['0x10', '1e3', '4.5', '4,5', 'four', '- 3', 'Infinity']) {
    expect(readNumber(text, 0, 9999, false, words), text).toMatch(/is not a whole number/);
  }
});

test('decimals may have a point or a comma', () => {
  expect(readNumber('0.5', 0, 1, true, words)).toBe(0.5);
  expect(readNumber(',5', 0, 1, true, words)).toBe(0.5);
  expect(readNumber('1.', 0, 1, true, words)).toBe(1);
  for (const text of ['1e-1', '0x1', '.', '0.1.2']) {
    expect(readNumber(text, 0, 1, true, words), text).toMatch(/is not a number/);
  }
});

test('a number outside is told what is allowed', () => {
  expect(readNumber('100', 0, 99, false, words)).toBe(
    '100 is outside; write a whole number from 0 to 99.',
  );
  expect(readNumber('', 0, 99, false, words)).toBe('Write a whole number from 0 to 99.');
});
