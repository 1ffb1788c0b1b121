// The shape of a call: what a panel draws as a tree is what really travelled.

import { expect, test } from 'vitest';
import { createCpuEngine } from '../engines/cpu/cpu-engine';
import { randomStudent, randomTeacher, TINY_ENDLESS } from '../testing/tiny-model';
import { decodeOn } from './decode';
import { defaultRun } from './run-spec';

test('a call carries its check and its groups, one group for each outcome, and nothing else', async () => {
  const engine = createCpuEngine(TINY_ENDLESS, randomTeacher(TINY_ENDLESS, 5));
  await engine.load('o-ptp', randomStudent(TINY_ENDLESS, 'o-ptp', 5));
  const run = { ...defaultRun('tales'), method: 'pqd', draft: 4, budget: 9, tokens: 24 } as const;
  let drafted = 0;
  for await (const { rows, drafts, groups = [] } of decodeOn(engine, run)) {
    expect(groups).toHaveLength(drafts.length + 1);
    const spent = groups.reduce((sum, size) => sum + size, 0);
    expect(spent).toBeLessThanOrEqual(run.budget);
    expect(rows).toBe(1 + drafts.length + spent);
    drafted += drafts.length;
  }
  expect(drafted).toBeGreaterThan(0);
});
