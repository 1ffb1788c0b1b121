// Numbers in German have a comma; in English, and in what machines read, a point. In panels: pseudo.test.tsx.

import { expect, test } from 'vitest';
import { LOCALES } from './locales';
import { numbersIn, PLAIN } from './numbers';

test('a number is rounded as toFixed rounds it, whatever the language', () => {
  for (const value of [0, 1.005, 0.15, 2.5, 1234.5678, -0.04]) {
    for (const digits of [0, 1, 2, 3]) {
      const fixed = value.toFixed(digits);
      expect(numbersIn('en').number(value, digits)).toBe(fixed);
      expect(PLAIN.number(value, digits)).toBe(fixed);
      expect(numbersIn('de').number(value, digits)).toBe(fixed.replace('.', ','));
    }
  }
  expect(numbersIn('de').number(0.25)).toBe('0,25');
  expect(numbersIn('de').number(8)).toBe('8');
});

test.each(LOCALES)('the decimal point of %s is the one that the browser knows', (locale) => {
  expect(numbersIn(locale).number(1234.5)).toContain(
    new Intl.NumberFormat(locale, { useGrouping: false }).format(4.5),
  );
});
