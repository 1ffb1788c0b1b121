import { expect, test } from 'vitest';
import { uniform } from '../../decoding/u';
import { randomNetworks, TINY_ENDLESS } from '../../testing/tiny-model';
import type { Sequential } from './index';

const CONFIG = TINY_ENDLESS;
const TEXT = Array.from({ length: 90 }, (_, at) => Math.floor(uniform(5, at) * 6));
const STATES = TEXT.map((_, at) =>
  Float32Array.from({ length: CONFIG.channels }, (_, c) => uniform(6, 8 * at + c) - 0.5),
);

/** Scores behind the first `length` tokens, read at once by a run that knew nothing. */
async function readAtOnce(network: Sequential, length: number): Promise<Float32Array | null> {
  const run = network.begin();
  const scores = await run.read(TEXT.slice(0, length), STATES.slice(0, length - 1));
  run.free();
  return scores?.slice() ?? null;
}

for (const name of ['draft', 'eagle', 'mtp'] as const) {
  test(`${name}: whatever was drafted before, the next round starts from the text alone`, async () => {
    const network = randomNetworks(CONFIG, 3)[name];
    const run = network.begin();
    let known = 2;
    for (let round = 0; known < TEXT.length; round++) {
      const scores = await run.read(TEXT.slice(0, known), STATES.slice(0, known - 1));
      expect([...(scores ?? [])]).toEqual([...((await readAtOnce(network, known)) ?? [])]);
      // Some drafts are right, as many as is kept of them; then come wrong ones.
      const drafts = Math.min(round % 5, run.reach - 1);
      for (let k = 0; k < drafts; k++) await run.next(k < 2 ? (TEXT[known + k] ?? 0) : 5);
      known += 1 + Math.floor(uniform(7, round) * 4);
    }
    run.free();
  });

  test(`${name}: right drafts lead to the scores that reading them would give`, async () => {
    const network = randomNetworks(CONFIG, 4)[name];
    const run = network.begin();
    await run.read(TEXT.slice(0, 20), STATES.slice(0, 19));
    const next = await run.next(TEXT[20] ?? 0);
    const read = await readAtOnce(network, 21);
    // A draft model knows tokens alone; the others go on with states of their own.
    if (name === 'draft') expect([...next]).toEqual([...(read ?? [])]);
    else expect([...next]).not.toEqual([...(read ?? [])]);
    expect(next.every(Number.isFinite)).toBe(true);
  });
}

test('with no token behind the start mark there is no state to look at', async () => {
  const { draft, eagle, mtp } = randomNetworks(CONFIG, 5);
  expect(await eagle.begin().read([0], [])).toBeNull();
  expect(await mtp.begin().read([0], [])).toBeNull();
  expect(await draft.begin().read([0], [])).toHaveLength(6);
});

test('one more small call for each draft', async () => {
  const { draft, mtp } = randomNetworks(CONFIG, 6);
  const run = draft.begin();
  await run.read(TEXT.slice(0, 10), []);
  for (const token of [1, 2, 3]) await run.next(token);
  expect(run.calls).toBe(4);
  const modules = mtp.begin();
  expect(modules.reach).toBe(2);
  await modules.read(TEXT.slice(0, 10), STATES.slice(0, 9));
  await modules.next(1);
  expect(modules.calls).toBe(2);
  await expect(async () => modules.next(1)).rejects.toThrow('depth 2');
});
