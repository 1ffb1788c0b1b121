// Numbers as readers of a language write them: `0.4` is `0,4` in German. Files, addresses and attributes for
// machines keep the point.

import type { Locale } from './locales';

export type Numbers = Readonly<{
  /** @param digits so many behind the point, rounded as `toFixed` does; without it as many as there are */
  number: (value: number, digits?: number) => string;
}>;

/** What machines read, and tables, which readers take along as CSV. */
export const PLAIN: Numbers = { number: (value, digits) => written(value, digits) };

const known = new Map<Locale, Numbers>();

export function numbersIn(locale: Locale): Numbers {
  const before = known.get(locale);
  if (before) return before;
  const format = new Intl.NumberFormat(locale);
  const point = format.formatToParts(0.5).find(({ type }) => type === 'decimal')?.value ?? '.';
  const numbers: Numbers = {
    number: (value, digits) => written(value, digits).replace('.', point),
  };
  known.set(locale, numbers);
  return numbers;
}

function written(value: number, digits: number | undefined): string {
  return digits === undefined ? String(value) : value.toFixed(digits);
}
