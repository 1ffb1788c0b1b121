// What loads and a report of Lighthouse become in the table. The report is cut down to what is read of it.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PANEL_MARK, rowOf } from './lighthouse.mjs';
import { LIGHTHOUSE_RESULT, loading } from './results.mjs';

const load = (lcpMs, panelMs, shift, scriptKB) => ({ lcpMs, panelMs, shift, scriptKB });
const loads = [
  load(1200, 1900.6, 0.01, 180),
  load(900, 2600, 0.0126, 180.4),
  load(1234.5, 1700, 0, 181),
];

const report = {
  requestedUrl: 'http://localhost:4000/en/kept-exact',
  categories: {
    performance: { score: 0.915 },
    accessibility: { score: 1 },
    'best-practices': { score: null },
    seo: { score: 0 },
  },
};

test('a row has the median of each measure, and scores of a hundred', () => {
  expect(rowOf(loads, report)).toEqual({
    ...{ path: '/en/kept-exact', lcpMs: 1200, panelMs: 1900.6, shift: 0.01, scriptKB: 180.4 },
    scores: [92, 100, null, 0],
  });
});

test('what could not be measured is a dash, not a nought', () => {
  const bare = rowOf([...loads, load(900, null, 0, 180)], report);
  expect(bare.panelMs).toBeNull();
  const kept = JSON.parse(readFileSync(LIGHTHOUSE_RESULT, 'utf8'));
  const lines = loading({ ...kept, rows: [rowOf(loads, report), bare] })
    .split('\n')
    .filter((line) => line.startsWith('| /'));
  expect(lines).toEqual([
    '| /en/kept-exact | 1200 ms | 1901 ms | 0.010 | 180 kB | 92, 100, –, 0 |',
    '| /en/kept-exact | 1050 ms | – | 0.005 | 180 kB | 92, 100, –, 0 |',
  ]);
});

test('a page that did not load is an error, with what Lighthouse says of it', () => {
  const runtimeError = { code: 'NO_FCP', message: 'The page did not paint.' };
  expect(() => rowOf(loads, { ...report, runtimeError })).toThrow(/kept-exact: The page did not/);
});

test('panels set the mark that is looked for', () => {
  const late = readFileSync('components/ui/late.tsx', 'utf8');
  expect(late).toContain(`performance.mark('${PANEL_MARK}')`);
});
