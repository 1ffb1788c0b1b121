// Speculative sampling writes another text than `ar`, but must write it with the same probability: the first
// two characters of many names against the teacher's exact joint, by Pearson's chi-squared test.

import { expect, test } from 'vitest';
import { loadModel, type Model } from '../model/load';
import { filesInPublic } from '../testing/tiny-model';
import { decode } from './decode';
import { exactJoint } from './joint';
import { defaultRun, type MethodName, type RunSpec } from './run-spec';
import { type StepTrace, textOf } from './trace';

const SAMPLES = 20_000;
/** Cells that expect fewer are pooled. */
const LEAST = 5;
/** One false alarm in ten thousand sets of seeds: the normal quantile of 1 - 1e-4. */
const QUANTILE = 3.719;
const RUN: RunSpec = { ...defaultRun('names'), tokens: 2, draft: 2 };

/** The largest chi-squared that is no alarm (Wilson and Hilferty's approximation). */
function limit(freedom: number): number {
  const part = 2 / (9 * freedom);
  return freedom * (1 - part + QUANTILE * Math.sqrt(part)) ** 3;
}

/** Pearson's statistic, and the limit for as many cells as expect enough. */
function chiSquared(counts: Float64Array, expected: Float64Array): { found: number; most: number } {
  let found = 0;
  let cells = 0;
  const rest = { count: 0, expected: 0 };
  expected.forEach((e, cell) => {
    const count = counts[cell] ?? 0;
    if (e < LEAST) {
      rest.count += count;
      rest.expected += e;
      return;
    }
    found += (count - e) ** 2 / e;
    cells += 1;
  });
  if (rest.expected > 0) found += (rest.count - rest.expected) ** 2 / rest.expected;
  return { found, most: limit(rest.expected > 0 ? cells : cells - 1) };
}

/** How often each pair of tokens comes out, [V * V]; behind an end mark stands an end mark. */
async function countPairs(
  model: Model,
  method: MethodName,
  tokensOf: (steps: StepTrace[]) => number[],
) {
  const { end, vocabulary } = model.config;
  const counts = new Float64Array(vocabulary.length ** 2);
  for (let seed = 0; seed < SAMPLES; seed++) {
    const steps: StepTrace[] = [];
    for await (const step of decode(model, { ...RUN, method, seed })) steps.push(step);
    const [first = 0, second = end ?? 0] = tokensOf(steps);
    const pair = first * vocabulary.length + second;
    counts[pair] = (counts[pair] ?? 0) + 1;
  }
  return counts;
}

test('the first two characters have the exact joint', { timeout: 300_000 }, async () => {
  const model = await loadModel('names', { fetchFile: filesInPublic, engine: 'cpu' });
  const { exact } = await exactJoint(model, RUN);
  const expected = exact.map((p) => p * SAMPLES);
  const kept = chiSquared(await countPairs(model, 'speculative-sampling', textOf), expected);
  expect(kept.found).toBeLessThan(kept.most);
  // The same test finds out what independent heads draft.
  const drafted = await countPairs(model, 'independent', ([first]) => [...(first?.drafts ?? [])]);
  const unchecked = chiSquared(drafted, expected);
  expect(unchecked.found).toBeGreaterThan(unchecked.most);
  model.destroy();
});
