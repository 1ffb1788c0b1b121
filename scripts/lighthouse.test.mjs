// What a report of Lighthouse becomes in the table. The report is cut down to what is read of it.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PANEL_MARK, rowOf, tableOf } from './lighthouse.mjs';

const audit = (numericValue) => ({ numericValue });
const list = (...items) => ({ details: { items } });
const request = (resourceType, transferSize) => ({ resourceType, transferSize });
const mark = (name, startTime) => ({ name, startTime, timingType: 'Mark' });

const report = {
  requestedUrl: 'http://localhost:4000/en/kept-exact',
  audits: {
    'largest-contentful-paint': audit(1234.56),
    'cumulative-layout-shift': audit(0.0126),
    'user-timings': list(mark('other', 5), mark(PANEL_MARK, 2600.4), mark(PANEL_MARK, 1900.6)),
    'network-requests': list(
      request('Document', 9000),
      request('Script', 120_400),
      request('Script', 80_000),
    ),
  },
  categories: {
    performance: { score: 0.915 },
    accessibility: { score: 1 },
    'best-practices': { score: null },
    seo: { score: 0 },
  },
};

test('a row has the first panel’s mark, all scripts, and scores of a hundred', () => {
  expect(rowOf(report)).toEqual({
    ...{ path: '/en/kept-exact', lcpMs: 1235, panelMs: 1901, cls: 0.0126, scriptKB: 200.4 },
    scores: [92, 100, null, 0],
  });
});

test('what could not be measured is a dash, not a nought', () => {
  const audits = { ...report.audits, 'user-timings': { score: null } };
  const bare = rowOf({ ...report, audits });
  expect(bare.panelMs).toBeNull();
  expect(
    tableOf([rowOf(report), bare])
      .split('\n')
      .slice(2),
  ).toEqual([
    '| /en/kept-exact | 1235 ms | 1901 ms | 0.013 | 200 kB | 92 | 100 | – | 0 |',
    '| /en/kept-exact | 1235 ms | – | 0.013 | 200 kB | 92 | 100 | – | 0 |',
  ]);
});

test('a page that did not load is an error, with what Lighthouse says of it', () => {
  const runtimeError = { code: 'NO_FCP', message: 'The page did not paint.' };
  expect(() => rowOf({ ...report, runtimeError })).toThrow(/kept-exact: The page did not paint/);
});

test('panels set the mark that is looked for', () => {
  const cell = readFileSync('components/cells/use-cell.ts', 'utf8');
  expect(cell).toContain(`performance.mark('${PANEL_MARK}')`);
});
