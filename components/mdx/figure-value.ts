// Figures about our own models come from what training measured, never from a keyboard.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_LOCALE, type Locale } from '../i18n/locales';

/**
 * The number at `model/key/key/…` below `evaluation` of public/model/<model>/manifest.json; undefined
 * where the model, the evaluation or the key is not there yet. Slashes, because keys have dots (`1.0`).
 */
export function figureValue(of: string, root = process.cwd()): number | undefined {
  const [model = '', ...keys] = of.split('/');
  const file = join(root, 'public', 'model', model, 'manifest.json');
  if (!existsSync(file)) return undefined;
  const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'));
  let value: unknown = manifest;
  for (const key of ['evaluation', ...keys]) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  if (typeof value !== 'number') throw new Error(`<Figure of="${of}">: not a number in ${file}`);
  return value;
}

export type FigureForm = 'number' | 'percent' | 'count';

/** `61 %`, `0.4 %`, `3.42`: two or three figures that count. A count has all: `4,000`. */
export function writeFigure(
  value: number,
  form: FigureForm,
  locale: Locale = DEFAULT_LOCALE,
): string {
  const write = (number: number, digits: number) =>
    number.toLocaleString(locale, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      useGrouping: form === 'count',
    });
  if (form === 'count') return write(value, 0);
  if (form === 'number') return write(value, Math.abs(value) < 10 ? 2 : 1);
  const percent = value * 100;
  return `${write(percent, percent > 0 && percent < 9.95 ? 1 : 0)}\u00a0%`;
}
