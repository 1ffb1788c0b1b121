import { expect, test } from 'vitest';
import { withPlainStyle } from './plain-style';

const tokens = '@theme static { --color-u: light-dark(#b97500, #f0ae36); }';
const plain = (inside: string, css: string, theme: 'light' | 'dark' = 'light') =>
  withPlainStyle(`<svg viewBox="0 0 9 8">${inside}</svg>`, [tokens, css], theme);

test('a colour is the one of its theme', () => {
  const css = '.mark { fill: var(--color-u); }';
  expect(plain('<path class="mark"/>', css)).toContain('<path fill="#b97500"/>');
  expect(plain('<path class="mark"/>', css, 'dark')).toContain('<path fill="#f0ae36"/>');
});

test('what is more exact wins, then what comes later; what is round it counts', () => {
  const css = `.a[data-on] { fill: red; } .a { fill: green; } g .a { stroke: blue; } .a { stroke: white; opacity: 1; }
    .a { opacity: 0.5; }
    .b { --own: 2px; } .b .a { stroke-width: var(--own); }`;
  expect(plain('<g class="b"><path class="a" data-on="true"/></g>', css)).toContain(
    '<g><path fill="red" stroke="blue" opacity="0.5" stroke-width="2px"/></g>',
  );
});

test('a font is taken apart, rem are px, and a chart takes its own size', () => {
  const svg = plain(
    '<text class="name">a</text>',
    '.name { font: italic 500 0.75rem / 1.4 Inter, serif; }',
  );
  expect(svg).toContain(
    '<text font-style="italic" font-weight="500" font-size="12px" font-family="Inter, serif">a</text>',
  );
  expect(svg).toContain('width="9" height="8"');
});

test('oklch() is a plain colour', () => {
  const css = `.a { fill: light-dark(oklch(calc(0.5 + 0.2 * var(--step)) 0 var(--hue)),
    oklch(calc(0.627966 + 0 * var(--step)) 0.257704 var(--hue))); }`;
  const mark = '<path class="a" style="--step: 0.5; --hue: 29.2346"/>';
  // CSS Color 4 names oklch(0.628 0.2577 29.23) as red; without chroma it is grey.
  expect(plain(mark, css, 'dark')).toContain('<path fill="#ff0000"/>');
  expect(plain(mark, css)).toContain('<path fill="#808080"/>');
});

test('what a still picture has not is left out', () => {
  const css =
    '.a:hover { fill: red; } .a::before { fill: red; } @media (width > 1px) { .a { fill: red; } }';
  expect(plain('<path class="a"/>', css)).toContain('<path/>');
});
