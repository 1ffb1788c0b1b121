import { expect, test } from 'vitest';
import { loadModel } from '../model/load';
import { filesInPublic } from '../testing/tiny-model';
import { textCdfs, uInBin } from './bins';
import { decode } from './decode';
import { defaultRun, type RunSpec } from './run-spec';
import { pick } from './sampling';
import { textOf } from './trace';
import { uniform } from './u';

const CDF = Float64Array.from([0.25, 0.25, 0.75, 1]);

test('any number inside a bin picks its token', () => {
  for (const token of [0, 2, 3]) {
    for (const within of [0, 0.5, 1 - 2 ** -24]) {
      expect(pick(CDF, uInBin(CDF, token, within) ?? -1)).toBe(token);
    }
  }
});

test('a token that cannot be picked has no bin', () => {
  expect(uInBin(CDF, 1, 0.5)).toBeUndefined();
});

test('with numbers found in its bins the teacher writes any text', async () => {
  const model = await loadModel('names', { fetchFile: filesInPublic, engine: 'cpu' });
  const prompt = 'qxmarianne';
  const run: RunSpec = { ...defaultRun('names'), method: 'ar', prompt };
  const cdfs = await textCdfs(model, run, 8);
  expect(cdfs).toHaveLength(8);
  const tokens = Array.from(prompt.slice(0, 8), (letter) =>
    model.config.vocabulary.indexOf(letter),
  );
  const found = cdfs.map((cdf, k) => uInBin(cdf, tokens[k] ?? 0, uniform(3, k)) ?? -1);
  const steps = [];
  for await (const step of decode(model, { ...run, prompt: '', u: { ...found }, tokens: 8 })) {
    steps.push(step);
  }
  expect(textOf(steps)).toEqual(tokens);
});
