// The fit finds constants that calls were made from, and break-even is where two costs meet.

import { expect, test } from 'vitest';
import { randomConfig } from '../engines/webgpu/random-model';
import { breakEven, type Constants, fit, totalOf, workOf } from './constants';
import { leastSquares } from './least-squares';
import type { MethodCost } from './methods';

const config = randomConfig({
  channels: 32,
  layers: 3,
  heads: 2,
  hidden: 64,
  window: 16,
  vocab: 9,
});
const wide = randomConfig({ channels: 64, layers: 2, heads: 2, hidden: 96, window: 16, vocab: 9 });
const works = [config, wide].flatMap((shapes) => [
  ...[1, 4, 16, 64].map((rows) => workOf(shapes, 'webgpu', rows)),
  workOf(shapes, 'webgpu', 1, { passes: 8, chained: true }),
]);
const names = works.map((_, i) => `${i}`);

test.each<[string, Constants]>([
  ['all four', { readBacks: 0.4, dispatches: 5e-3, products: 2e-7, bytes: 3e-7 }],
  ['a device that never waits', { readBacks: 0, dispatches: 5e-3, products: 2e-7, bytes: 0 }],
])('the constants of made-up calls are found: %s', (_, constants) => {
  const measured = works.map((work) => totalOf(constants, work));
  const { constants: found, error } = fit(names, works, measured);
  for (const [term, value] of Object.entries(constants)) {
    expect(found[term as keyof Constants], term).toBeCloseTo(value, 9);
  }
  expect(error).toBeLessThan(1e-6);
  // And a call that does not fit is reported.
  const odd = measured.map((ms, i) => (i === 3 ? 2 * ms : ms));
  expect(fit(names, works, odd).error).toBeGreaterThan(0.1);
});

test('no constant is negative', () => {
  const rows = [
    [1, 1],
    [1, 2],
    [1, 3],
  ];
  expect(leastSquares(rows, [3, 2, 1])).toEqual([expect.closeTo(2), 0]);
});

test('at its break-even a method costs per token what one at a time costs', () => {
  const constants = { readBacks: 0.5, dispatches: 5e-3, products: 2e-6, bytes: 3e-7 };
  const times = { min: 1, median: 1 };
  const cost: MethodCost = {
    model: 'names',
    engine: 'made up',
    method: 'o-ptp',
    tokensPerCall: 1.7,
    rowsPerCall: 8,
    msPerToken: times,
    againstAr: times,
    againstChained: times,
  };
  const made = { engine: 'made up', kind: 'webgpu', constants, error: 0, calls: [] } as const;
  const { readBackMs, againstAr } = breakEven(made, config, cost);
  const keys = config.window;
  const call = workOf(config, 'webgpu', 8, { keys, sets: 2 });
  const one = workOf(config, 'webgpu', 1, { keys });
  expect(againstAr).toBeCloseTo(totalOf(constants, call) / totalOf(constants, one));
  const there = { ...constants, readBacks: readBackMs ?? 0 };
  expect(readBackMs).toBeGreaterThan(0);
  expect(totalOf(there, call) / 1.7).toBeCloseTo(totalOf(there, one));
  expect(breakEven(made, config, { ...cost, tokensPerCall: 1 }).readBackMs).toBeNull();
});
