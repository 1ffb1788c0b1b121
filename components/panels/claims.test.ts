// What the chapters say about recorded runs without a number, counted again.

import { expect, test } from 'vitest';
import type { MethodName } from '@/gpu';
import { recordedState } from '../notebook/recorded';
import { chainOf } from './chain';
import { warmthOf } from './temperatures';
import { worthOf } from './worth';

const { traces, temperatures } = recordedState;

function worth(method: MethodName) {
  const trace = traces.tales[method];
  return (trace && worthOf(trace)) || expect.fail(`no recorded run of ${method}`);
}

test('chapter 5: the formula fits the draft model, and no single number fits independent heads', () => {
  const gaps = (method: MethodName) =>
    worth(method).places.map(({ counted, formula }) => counted - formula);
  const most = (method: MethodName) => Math.max(...gaps(method).map(Math.abs));
  expect(most('speculative')).toBeLessThan(0.15);
  expect(gaps('independent')[0]).toBeGreaterThan(0.3);
  const counted = worth('independent').places.map((place) => place.counted);
  expect(counted.at(-1)).toBe(counted.at(-3));
});

test('chapter 6: while small calls are short, the chains are the shortest lines', () => {
  const time = (method: MethodName, ratio: number) => {
    const trace = traces.tales[method];
    return (trace && chainOf(trace, 24, ratio))?.time ?? Number.NaN;
  };
  for (const chain of ['speculative', 'mtp'] as const) {
    for (const other of ['ar', 'independent', 'medusa', 'o-ptp', 'c-ptp', 'pqd'] as const) {
      expect(time(chain, 0.02), `${chain} and ${other}`).toBeLessThan(time(other, 0.02));
    }
    expect(time(chain, 1)).toBeGreaterThan(time('ar', 1));
  }
});

test('chapter 10: independent heads keep most at temperature 0, PTP wherever there is a choice', () => {
  const curves = new Map(
    warmthOf(temperatures?.runs ?? []).map(({ method, places }) => [method, places]),
  );
  const [ptp = [], independent = []] = [curves.get('o-ptp'), curves.get('independent')];
  expect(ptp).toHaveLength(8);
  for (const [k, { temperature, mean }] of ptp.entries()) {
    const other = independent[k]?.mean ?? Number.NaN;
    if (temperature === 0) expect(mean).toBeLessThan(other);
    else expect(mean).toBeGreaterThan(other);
  }
  expect(ptp.at(-1)?.mean).toBeLessThan(ptp[1]?.mean ?? 0);
});
