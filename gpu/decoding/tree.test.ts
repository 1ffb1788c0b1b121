// A tree of candidates: what it costs and what it brings. That it keeps the text: decode.test.ts.

import { expect, test } from 'vitest';
import { createCpuEngine } from '../engines/cpu/cpu-engine';
import type { Engine } from '../engines/engine';
import { randomStudent, randomTeacher, TINY_ENDLESS } from '../testing/tiny-model';
import { decodeOn } from './decode';
import { defaultRun, type MethodName, type RunSpec } from './run-spec';
import type { StepTrace } from './trace';

const RUN: RunSpec = { ...defaultRun('tales'), draft: 4, tokens: 60, budget: 12, seed: 5 };

async function tinyEngine(): Promise<Engine> {
  const engine = createCpuEngine(TINY_ENDLESS, randomTeacher(TINY_ENDLESS, 4));
  for (const student of ['independent', 'o-ptp'] as const) {
    await engine.load(student, randomStudent(TINY_ENDLESS, student, 4));
  }
  return engine;
}

async function stepsOf(method: MethodName, change: Partial<RunSpec> = {}): Promise<StepTrace[]> {
  const steps: StepTrace[] = [];
  const run = { ...RUN, ...change, method };
  for await (const step of decodeOn(await tinyEngine(), run)) steps.push(step);
  return steps;
}

for (const [tree, single] of [['medusa', 'independent'] as const, ['ptp-tree', 'o-ptp'] as const]) {
  test(`a round of ${tree} costs the heads, and a tree as large as the budget`, async () => {
    const heads = 1 + RUN.draft;
    for (const budget of [1, 5, 12]) {
      const steps = await stepsOf(tree, { budget });
      expect(new Set(steps.map(({ rows }) => rows))).toEqual(new Set([heads + 1 + budget]));
    }
  });

  test(`${tree}: every continuation together keeps all that it is deep`, async () => {
    const steps = await stepsOf(tree, { draft: 2, budget: 100 });
    // The first place is the teacher's own pick, the second any of the vocabulary, then one check more.
    expect(new Set(steps.slice(0, -1).map(({ accepted }) => accepted))).toEqual(new Set([3]));
  });

  test(`several candidates of ${tree} keep more than the one of ${single}`, async () => {
    const [many, one] = [await stepsOf(tree, { budget: 60 }), await stepsOf(single)];
    expect(many.length).toBeLessThan(one.length);
  });
}
