import { beforeAll, expect, test } from 'vitest';
import { loadModel, type Model } from '../model/load';
import { filesInPublic } from '../testing/tiny-model';
import { decode } from './decode';
import { defaultRun, type RunSpec } from './run-spec';
import { leastProbabilities, writeTogether } from './together';
import { textOf } from './trace';
import { uniform } from './u';

const run: RunSpec = { ...defaultRun('names'), prompt: 'ma' };
/** Chains of eight, of one, of sixteen u's, and so many that one call cannot carry them. */
const chains = [...Array.from({ length: 24 }, (_, k) => us(k, 16)), us(100, 8), us(101, 1)];
let model: Model;

function us(seed: number, length: number): number[] {
  return Array.from({ length }, (_, position) => uniform(seed, position));
}

/** The same chain as a run of its own. */
async function alone(method: 'ar' | 'o-ptp' | 'independent', chain: readonly number[]) {
  const own = { ...run, method, u: { ...chain }, tokens: chain.length, draft: chain.length };
  const steps = [];
  for await (const step of decode(model, own)) {
    steps.push(step);
    if (method !== 'ar') break;
  }
  return method === 'ar' ? textOf(steps) : (steps[0]?.drafts ?? []);
}

beforeAll(async () => {
  model = await loadModel('names', { fetchFile: filesInPublic, engine: 'cpu' });
});

test.each(['ar', 'o-ptp', 'independent'] as const)(
  '%s writes for each chain among many what it writes for it alone',
  async (method) => {
    const { texts } = await writeTogether(model, run, method, chains);
    expect(texts).toHaveLength(chains.length);
    for (const [k, chain] of chains.entries()) {
      expect(texts[k], `chain ${k}`).toEqual(await alone(method, chain));
    }
  },
);

test('a class that fits takes one call in one shot, and as many one at a time as its longest text', async () => {
  const few = chains.slice(0, 4);
  const ar = await writeTogether(model, run, 'ar', few);
  const ptp = await writeTogether(model, run, 'o-ptp', few);
  expect(ptp.calls).toBe(1);
  expect(ptp.rows).toBe(1 + 4 * 16);
  expect(ar.calls).toBe(Math.max(...ar.texts.map(({ length }) => length)));
  expect([...ar.first]).toEqual([...ptp.first]);
});

test('the least probable letter of a text is the one that decoding it gives', async () => {
  const some = chains.slice(0, 6);
  const { texts } = await writeTogether(model, run, 'ar', some);
  const least = await leastProbabilities(model, run, [...texts, []]);
  for (const [k, chain] of some.entries()) {
    const own = { ...run, method: 'ar', u: { ...chain }, tokens: chain.length } as const;
    const seen: number[] = [];
    for await (const { checks, checkCdfs } of decode(model, own)) {
      const [token = 0] = checks;
      const [cdf] = checkCdfs;
      seen.push((cdf?.[token] ?? 0) - (cdf?.[token - 1] ?? 0));
    }
    expect(least[k]).toBe(Math.min(...seen));
  }
  expect(least.at(-1)).toBe(1);
});
