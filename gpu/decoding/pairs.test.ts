import { expect, test } from 'vitest';
import { loadModel, type Model } from '../model/load';
import { filesInPublic } from '../testing/tiny-model';
import { decode } from './decode';
import { exactJoint, rareShare, totalVariation } from './joint';
import { type PairGrid, type PairMethod, pairGrids, pairShares } from './pairs';
import { defaultRun, type RunSpec } from './run-spec';

const RUN: RunSpec = { ...defaultRun('names'), prompt: 'ma' };
const METHODS: readonly PairMethod[] = ['ar', 'o-ptp', 'c-ptp', 'independent'];

const load = () => loadModel('names', { fetchFile: filesInPublic, engine: 'cpu' });
const sum = (values: Float64Array) => values.reduce((total, p) => total + p, 0);

async function gridsOf(model: Model, method: PairMethod, sizes: number[]): Promise<PairGrid[]> {
  const grids: PairGrid[] = [];
  for await (const grid of pairGrids(model, RUN, method, sizes)) grids.push(grid);
  return grids;
}

test('every cell holds what the method drafts, or the teacher writes, for its two u', async () => {
  const model = await load();
  const { end } = model.config;
  for (const method of METHODS) {
    const [grid] = await gridsOf(model, method, [5]);
    for (let cell = 0; cell < 25; cell++) {
      const u = { 0: ((cell % 5) + 0.5) / 5, 1: (Math.floor(cell / 5) + 0.5) / 5 };
      const run: RunSpec = { ...RUN, method, u, tokens: 2, draft: 2 };
      const tokens: number[] = [];
      for await (const step of decode(model, run)) {
        tokens.push(...(method === 'ar' ? step.checks : step.drafts));
        if (method !== 'ar') break;
      }
      const [first = -1, second = end] = tokens;
      expect([grid?.first[cell], grid?.second[cell]]).toEqual([first, second]);
    }
  }
});

test('the square is cut into more and more cells', async () => {
  const model = await load();
  const grids = await gridsOf(model, 'o-ptp', [2, 4, 20]);
  expect(grids.map(({ size }) => size)).toEqual([2, 4, 20]);
  expect(grids.at(-1)?.second).toHaveLength(400);
});

test('the exact joint and the product are distributions with the same first token', async () => {
  const model = await load();
  const { exact, product, rare } = await exactJoint(model, RUN);
  const vocab = model.config.vocabulary.length;
  expect(exact).toHaveLength(vocab * vocab);
  expect(rare).toHaveLength(vocab * vocab);
  expect(sum(exact)).toBeCloseTo(1, 12);
  expect(sum(product)).toBeCloseTo(1, 12);
  for (let a = 0; a < vocab; a++) {
    const row = (p: Float64Array) => sum(p.slice(a * vocab, (a + 1) * vocab));
    expect(row(exact)).toBeCloseTo(row(product), 12);
  }
  expect(totalVariation(exact, exact)).toBe(0);
  expect(rareShare(exact, rare)).toBeLessThan(rareShare(product, rare));
});

test("the teacher's square covers what its joint says", async () => {
  const model = await load();
  const { exact } = await exactJoint(model, RUN);
  const [grid] = await gridsOf(model, 'ar', [400]);
  const shares = grid && pairShares(grid, model.config.vocabulary.length);
  expect(totalVariation(exact, shares ?? exact)).toBeLessThan(0.03);
  expect(sum(shares ?? exact)).toBeCloseTo(1, 9);
});
