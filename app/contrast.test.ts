// Every colour of tokens.css is measured in both themes: 4.5:1 for text, 3:1 for marks (WCAG 2.2).

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(new URL('./styles/tokens.css', import.meta.url), 'utf8');
const colours = new Map(
  Array.from(
    css.matchAll(/--color-([\w-]+):\s*light-dark\((#\w{6}), (#\w{6})\)/g),
    ([, name = '', light = '', dark = '']) => [name, [light, dark]] as const,
  ),
);
const MEANINGS = [
  ...['u', 'draft', 'check', 'accept', 'reject', 'discard', 'independent', 'sequential'],
];
const THEMES = ['light', 'dark'];

/** Relative luminance of `#rrggbb`. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string, theme: number): number {
  const [a = 0, b = 0] = [one, other].map((name) => {
    const hex = colours.get(name)?.[theme];
    if (!hex) throw new Error(`--color-${name} is not in tokens.css`);
    return luminance(hex) + 0.05;
  });
  return Math.max(a, b) / Math.min(a, b);
}

for (const [theme, name] of THEMES.entries()) {
  test(`text is legible on ${name} paper`, () => {
    for (const ground of ['paper', 'shade', 'raised']) {
      for (const ink of ['ink', 'soft']) {
        expect(contrast(ink, ground, theme), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    }
    for (const meaning of MEANINGS) {
      for (const ground of ['paper', `${meaning}-wash`]) {
        const pair = `${meaning}-ink on ${ground}`;
        expect(contrast(`${meaning}-ink`, ground, theme), pair).toBeGreaterThanOrEqual(4.5);
      }
    }
    expect(contrast('paper', 'accept', theme), 'a letter on a filled chip').toBeGreaterThan(4.5);
  });

  test(`marks are visible on ${name} paper`, () => {
    for (const mark of [...MEANINGS, 'edge']) {
      expect(contrast(mark, 'paper', theme), mark).toBeGreaterThanOrEqual(3);
    }
  });
}
