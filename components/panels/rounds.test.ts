import { describe, expect, test } from 'vitest';
import type { Config, StepTrace, Trace } from '@/gpu';
import { DEFAULTS } from '../notebook/defaults';
import { chipsOf, histogramOf, matches, slotsOf, staircase, totalsUntil } from './rounds';

const config: Config = {
  ...{
    name: 'tales',
    vocabulary: ' abcdef',
    start: 0,
    end: null,
    channels: 4,
    layers: 1,
    heads: 1,
  },
  ...{ hidden: 4, window: 8, draft: 3, u_knots: 3, temperature_knots: [1] },
};

function step(position: number, drafts: number[], checks: number[]): StepTrace {
  return {
    ...{ position, drafts, checks, accepted: checks.length, u: [], confidences: [] },
    ...{ checkCdfs: [], draftCdfs: [], calls: 2, rows: 4 + drafts.length, smallCalls: 0, ms: 1 },
  };
}

const trace: Trace = {
  run: { ...DEFAULTS.runs.tales, draft: 3, tokens: 20 },
  prompt: [1],
  steps: [step(0, [1, 2, 3], [1, 5]), step(2, [1, 2, 3], [1, 2, 3, 4]), step(6, [6, 6, 6], [1])],
  done: true,
};

describe('a round', () => {
  test('shows the rejected draft, its correction, and what was never looked at', () => {
    const chips = chipsOf(step(0, [1, 2, 3], [1, 5]), config);
    expect(chips.map(({ token, state }) => `${token} ${state}`)).toEqual([
      ...['a accept', 'b reject', 'e check', 'c discard'],
    ]);
    expect(chips.map(({ position }) => position)).toEqual([1, 2, 2, 3]);
  });

  test('whose drafts all hold brings one checked token more', () => {
    const chips = chipsOf(step(4, [1, 2], [1, 2, 3]), config);
    expect(chips.map(({ state }) => state)).toEqual(['accept', 'accept', 'check']);
    expect(matches(step(4, [1, 2], [1, 2, 3]))).toBe(2);
  });

  test('that the length of the run cuts rejects nothing: what is beyond is discarded', () => {
    const cut = { ...step(4, [1, 2, 3], [1, 2, 5]), accepted: 1 };
    const chips = chipsOf(cut, config);
    expect(chips.map(({ token, state }) => `${token} ${state}`)).toEqual([
      ...['a accept', 'b discard', 'c discard'],
    ]);
    expect(chips.map(({ position, more }) => [position, more])).toEqual([
      [5, undefined],
      [6, 'beyond'],
      [7, 'beyond'],
    ]);
  });

  test('without drafts is one check', () => {
    expect(chipsOf(step(0, [], [4]), config)).toHaveLength(1);
  });
});

test('totals count the rounds that are needed, not more', () => {
  expect(totalsUntil(trace, 2)).toEqual({ tokens: 2, calls: 2, rows: 7, smallCalls: 0, ms: 1 });
  expect(totalsUntil(trace, 3)?.calls).toBe(4);
  expect(totalsUntil(trace, 8)).toBeNull();
  expect(staircase(trace).at(-1)).toEqual({ calls: 6, tokens: 7 });
});

test('histogram and slots count rounds', () => {
  expect(histogramOf(trace, 4)).toEqual([0, 1, 1, 0, 1]);
  expect(slotsOf(trace).map(({ share }) => share.toFixed(2))).toEqual(['0.67', '0.33', '0.33']);
});

test('drafts of a method of one call start in place 2', () => {
  const places = (method: 'o-ptp' | 'pqd') =>
    slotsOf({ ...trace, run: { ...trace.run, method } }).map(({ slot }) => slot);
  expect(places('o-ptp')).toEqual([1, 2, 3]);
  expect(places('pqd')).toEqual([2, 3, 4]);
});
