// Numbers as readers of a language write them: `0.4` is `0,4` in German. Files, addresses and attributes for
// machines keep the point.

import type { Locale } from './locales';

export type Numbers = Readonly<{
  /** @param digits so many behind the point, rounded as `toFixed` does; without it as many as there are */
  number: (value: number, digits?: number) => string;
}>;

/** What machines read, and tables, which readers take along as CSV. */
export const PLAIN: Numbers = { number: (value, digits) => written(value, digits) };

/** As `Intl.NumberFormat` has it, which a slow phone needs a tenth of a second to make. */
const POINTS: Readonly<Record<Locale, string>> = { en: '.', de: ',' };

export function numbersIn(locale: Locale): Numbers {
  return { number: (value, digits) => written(value, digits).replace('.', POINTS[locale]) };
}

function written(value: number, digits: number | undefined): string {
  return digits === undefined ? String(value) : value.toFixed(digits);
}
