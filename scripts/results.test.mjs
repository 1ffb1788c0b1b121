// The README may say only what the manifests say.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { classroom, LOAD_RESULT, speed, withResults } from './results.mjs';

test('the tables of the README are those of the manifests', () => {
  const readme = readFileSync('README.md', 'utf8');
  expect(withResults(readme)).toBe(readme);
});

test('the table of speeds says what a result says', () => {
  const ms = (median, min) => ({ median, min });
  const call = (engine, name, rows, of, more = {}) => {
    return { model: 'tales', call: name, rows, engine, ms: of, difference: 0, ...more };
  };
  const method = (name, msPerToken, againstAr) => {
    const cost = { model: 'tales', method: name, tokensPerCall: 1.5, rowsPerCall: 33, msPerToken };
    return { ...cost, againstAr, againstChained: ms(0.5, 0.4) };
  };
  const written = speed({
    ...{ date: '2026-01-02', command: 'npm run bench', machine: 'M', adapter: 'A', rounds: 5 },
    ...{ versions: { Chromium: '1' }, remarks: ['A remark.'], trials: [{}, {}] },
    calls: [
      call('ours, WebGPU', '1 row', 1, ms(2, 1.5)),
      call('ours, WebGPU', '16 rows', 16, ms(20, 15), { dispatches: 39, submits: 1 }),
      call('ours, WebGPU', 'PQD', 33, ms(200, 150)),
    ],
    starts: [{ engine: 'ours, WebGPU', ms: ms(444, 333), bytes: 3e6, compressed: 2.5e6 }],
    engines: [
      { kind: 'webgpu', methods: [method('pqd', ms(4, 3), ms(0.7, 0.6))] },
      { kind: 'cpu', methods: [method('pqd', ms(0.4, 0.3), ms(1.7, 1.6))] },
    ],
  });
  const rows = written
    .split('\n')
    .filter((line) => line.startsWith('| ours') || line.startsWith('| pqd'));
  expect(rows).toEqual([
    '| ours, WebGPU | 2.00 (1.50) | 20.0 (15.0) | 200 (150) | 444 (333) | 2.50 MB | 39, 1 |',
    '| pqd | 1.50 | 33.0 | 4.00 (3.00); 0.70 | 0.40 (0.30); 1.70 | 0.50 |',
  ]);
  expect(written).toContain('A remark.');
  expect(speed(undefined)).toBe('');
});

test('classrooms were as fast as they must be, and nobody and no answer was lost', () => {
  const found = JSON.parse(readFileSync(LOAD_RESULT, 'utf8'));
  const { large, many } = found;
  for (const { p95 } of [large.step, large.stepAfter, many.step]) expect(p95).toBeLessThan(301);
  for (const count of [large.answers, large.answersAfter, large.here]) {
    expect(count).toBe(large.people);
  }
  expect(large.step.of).toBe(found.steps * large.people);
  expect(many.step.of).toBe(found.steps * many.rooms * many.each);
  expect(classroom(found)).toContain(`| ${large.step.p50} ms, ${large.step.p95} ms |`);
  expect(classroom(undefined)).toBe('');
});
