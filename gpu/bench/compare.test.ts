// Only who computes the specification's logits is timed.

import { expect, test } from 'vitest';
import { randomStudent, randomTeacher, TINY } from '../testing/tiny-model';
import { compareCalls, ourSubjects, type Subject } from './compare';

const weights = {
  config: TINY,
  teacher: randomTeacher(TINY, 1),
  student: randomStudent(TINY, 'o-ptp', 1),
};

test('our engines are timed at every call', async () => {
  const compared = await compareCalls(weights, await ourSubjects(weights, undefined), 2, {});
  expect(compared.map(({ call, engine, rows }) => `${call}: ${engine}, ${rows}`)).toEqual([
    '1 row: ours, WASM, 1',
    '1 row: ours, TypeScript, 1',
    '16 rows: ours, WASM, 16',
    '16 rows: ours, TypeScript, 16',
    'PQD: ours, WASM, 65',
    'PQD: ours, TypeScript, 65',
  ]);
  for (const { ms } of compared) expect(ms.min > 0 && ms.min <= ms.median).toBe(true);
});

test('an engine with one wrong logit is refused by name', async () => {
  const [ours] = await ourSubjects(weights, undefined);
  if (!ours) throw new Error('No engine');
  const wrong: Subject = {
    ...ours,
    name: 'almost ours',
    prepare: async (call) => {
      const run = await ours.prepare(call);
      return async () => (await run()).map((logit, i) => (i === 5 ? logit + 0.01 : logit));
    },
  };
  await expect(compareCalls(weights, [ours, wrong], 1, {})).rejects.toThrow(
    /^almost ours, 1 row: off by 0\.0/,
  );
});
