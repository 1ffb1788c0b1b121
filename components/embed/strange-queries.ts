// Queries that nobody means well with, for tests: scripts, markup, broken encodings, other people's names.

import { uniform } from '@/gpu';

const NAMES = [
  ...['theme', 'lang', 'accent', 'autostart', 'cursor', 'v', 'race', 'draws', 'round'],
  ...['names.seed', 'names.u', 'names.prompt', 'names.method', 'names.tokens', 'tales.prompt'],
  ...['tales.temperature', 'tales.top-p', '__proto__', 'constructor', 'onload', '<b>', ''],
];

const VALUES = [
  ...['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "'-alert(1)-'"],
  ...['javascript:alert(1)', '</script><svg onload=alert(1)>', '&lt;script&gt;', '{{7*7}}'],
  ...['%3Cscript%3Ealert(1)%3C/script%3E', '%E0%A4%A', '%', '%00', '\u202e', '\ud800', '💥'],
  ...['\n\r\t', '#', '?', '&&==', '+', ' ', '-1', '1e9', 'NaN', '0x10', '99999999999', '1', '9'],
  ...['toString', '__proto__', 'constructor', 'dark', 'en', '0069a8', 'red;}body{', 'url(//x)'],
  ...['o-ptp', 'ar,ar', '0=0.5', '0=<b>,1=2', 'Once upon', 'a'.repeat(300), '\\u003c', '../../x'],
];

/** Queries, the same ones each time. */
export function* strangeQueries(count: number): Generator<string, void> {
  let drawn = 0;
  const draw = (below: number) => {
    drawn += 1;
    return Math.floor(uniform(20261121, drawn) * below);
  };
  const one = (list: readonly string[]) => list[draw(list.length)] ?? '';
  const written = (text: string) =>
    draw(2) === 0 ? text : encodeURIComponent(text.toWellFormed());
  for (let k = 0; k < count; k++) {
    const parts = Array.from({ length: 1 + draw(5) }, () => {
      const value = draw(4) === 0 ? one(VALUES) + one(VALUES) : one(VALUES);
      return `${written(one(NAMES))}${draw(9) === 0 ? '' : '='}${written(value)}`;
    });
    yield parts.join(draw(20) === 0 ? ';' : '&');
  }
}
