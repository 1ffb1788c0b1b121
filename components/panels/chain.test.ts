import { expect, test } from 'vitest';
import type { StepTrace, Trace } from '@/gpu';
import { DEFAULTS } from '../notebook/defaults';
import { chainOf } from './chain';

function round(position: number, accepted: number): StepTrace {
  return {
    ...{ position, accepted, drafts: [], checks: [], u: [], confidences: [] },
    ...{ checkCdfs: [], draftCdfs: [], calls: 1, rows: 3, smallCalls: 2, ms: 1 },
  };
}

const steps = [round(0, 3), round(3, 1), round(4, 3)];
const trace: Trace = { run: DEFAULTS.runs.tales, prompt: [1], steps, done: true };

test('small steps come before the large one that checks them, and each takes its share', () => {
  const line = chainOf(trace, 4, 0.25);
  expect(line?.steps.map(({ kind }) => kind)).toEqual([
    ...['small', 'small', 'large', 'small', 'small', 'large'],
  ]);
  expect(line).toMatchObject({ large: 2, small: 4, time: 3, tokens: 4 });
  expect(line?.steps[2]).toEqual({ kind: 'large', from: 0.5, to: 1.5 });
});

test('a run that has not come so far has no line', () => {
  expect(chainOf(trace, 8, 0.25)).toBeNull();
});
