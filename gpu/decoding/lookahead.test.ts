// Lookahead decoding: its pool, and that guesses are worth calls. That it keeps the text: decode.test.ts.

import { expect, test } from 'vitest';
import { createCpuEngine } from '../engines/cpu/cpu-engine';
import { randomTeacher, TINY_ENDLESS } from '../testing/tiny-model';
import { decodeOn } from './decode';
import { NgramPool } from './ngram-pool';
import { defaultRun, type RunSpec } from './run-spec';
import type { StepTrace } from './trace';

const RUN: RunSpec = { ...defaultRun('tales'), method: 'lookahead', draft: 4, tokens: 60 };

async function stepsOf(run: RunSpec): Promise<StepTrace[]> {
  const engine = createCpuEngine(TINY_ENDLESS, randomTeacher(TINY_ENDLESS, 3));
  const steps: StepTrace[] = [];
  for await (const step of decodeOn(engine, run)) steps.push(step);
  return steps;
}

test('the pool keeps the latest runs behind a token, each once', () => {
  const pool = new NgramPool(2, 2);
  pool.add([1, 2, 3, 1, 2, 3, 1, 4, 4]);
  expect(pool.behind(1)).toEqual([
    [4, 4],
    [2, 3],
  ]);
  pool.add([1, 2, 3]);
  pool.add([1, 5]);
  expect(pool.behind(1)).toEqual([
    [2, 3],
    [4, 4],
  ]);
  expect(pool.behind(9)).toEqual([]);
});

test('a text that repeats itself takes far fewer calls than tokens', async () => {
  const greedy = { ...RUN, sampling: { ...RUN.sampling, temperature: 0 } };
  const steps = await stepsOf(greedy);
  expect(steps.every(({ calls }) => calls === 1)).toBe(true);
  expect(steps.length).toBeLessThan(20);
});

test('the first call guesses nothing; later ones at most K places and four branches of three', async () => {
  const steps = await stepsOf(RUN);
  expect(steps[0]).toMatchObject({ drafts: [], rows: 1, accepted: 1 });
  const rows = steps.slice(1).map((step) => step.rows);
  expect(Math.min(...rows)).toBeGreaterThanOrEqual(1 + 4);
  expect(Math.max(...rows)).toBeLessThanOrEqual(1 + 4 + 4 * 3);
});
