import { expect, test } from 'vitest';
import { loadModel } from '../index';
import { filesInPublic } from '../testing/tiny-model';
import { callCosts } from './call-cost';
import { defaultRun } from './run-spec';

test('every width is measured in every round, and takes time', async () => {
  const model = await loadModel('names', { fetchFile: filesInPublic, engine: 'cpu' });
  const found = [];
  for await (const cost of callCosts(model, defaultRun('names'), [1, 4], 2)) found.push(cost);
  expect(found.map(({ rows }) => rows)).toEqual([1, 4, 1, 4]);
  expect(found.every(({ ms }) => ms > 0)).toBe(true);
});
