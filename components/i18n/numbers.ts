// Numbers as readers of a language write them: `0.4` is `0,4` in German. Files, addresses and attributes for
// machines keep the point.

import type { Locale } from './locales';

export type Numbers = Readonly<{
  /** @param digits so many behind the point, rounded as `toFixed` does; without it as many as there are */
  number: (value: number, digits?: number) => string;
  /** `2.3e-7`; `0` of zero */
  scientific: (value: number) => string;
}>;

/** What machines read, files that readers take along among them. */
export const PLAIN: Numbers = numbersWith('.');

/** A cell of a table. A function writes its numbers as whoever reads the table writes them. */
export type Cell = string | number | ((numbers: Numbers) => string);

export function writeCell(cell: Cell, numbers: Numbers): string {
  if (typeof cell === 'function') return cell(numbers);
  return typeof cell === 'number' ? numbers.number(cell) : cell;
}

export function rounded(value: number, digits: number): Cell {
  return ({ number }) => number(value, digits);
}

/** `1.20 – 3.41` */
export function between(low: number, high: number): Cell {
  return ({ number }) => `${number(low, 2)} – ${number(high, 2)}`;
}

/** As `Intl.NumberFormat` has it, which a slow phone needs a tenth of a second to make. */
const POINTS: Readonly<Record<Locale, string>> = { en: '.', de: ',' };

export function numbersIn(locale: Locale): Numbers {
  return numbersWith(POINTS[locale]);
}

function numbersWith(point: string): Numbers {
  const plain = (value: number, digits?: number) =>
    digits === undefined ? String(value) : value.toFixed(digits);
  return {
    number: (value, digits) => plain(value, digits).replace('.', point),
    scientific: (value) => (value === 0 ? '0' : value.toExponential(1).replace('.', point)),
  };
}
