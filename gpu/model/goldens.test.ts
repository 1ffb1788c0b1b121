// The CPU engine against PyTorch, on the real weights of every model that is in public/.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { decode } from '../decoding/decode';
import { defaultRun, METHOD_NAMES, type RunSpec } from '../decoding/run-spec';
import { textOf } from '../decoding/trace';
import { uniform } from '../decoding/u';
import { createCpuEngine } from '../engines/cpu/cpu-engine';
import { filesInPublic } from '../testing/tiny-model';
import type { ModelName } from './config';
import { loadModel, type Model } from './load';
import { parseSafetensors } from './safetensors';

/** A golden run whose u comes closer to an edge than this may differ for rounding alone. */
const SAFE_MARGIN = 1e-5;
const PAIRS = 200;
const PAIR_TOKENS = 24;

const load = (name: ModelName) => loadModel(name, { fetchFile: filesInPublic, engine: 'cpu' });

async function written(model: Model, run: RunSpec): Promise<number[]> {
  const steps = [];
  for await (const step of decode(model, run)) steps.push(step);
  return textOf(steps);
}

for (const name of ['names', 'tales'] as const) {
  const manifest = fileURLToPath(
    new URL(`../../public/model/${name}/goldens.json`, import.meta.url),
  );
  describe.skipIf(!existsSync(manifest))(name, () => {
    test('every layer computes what PyTorch computes', async () => {
      const { config, goldens, manifest } = await load(name);
      const { student, temperature, rows, activations } = goldens.rows;
      const tensorsOf = async (file = '') =>
        parseSafetensors(file, await filesInPublic(`${name}/${file}`));
      const seen: Float32Array[] = [];
      const teacher = await tensorsOf(manifest.files.teacher.file);
      const engine = createCpuEngine(config, teacher, (layer) => seen.push(layer));
      await engine.load(student, await tensorsOf(manifest.files[student]?.file));
      await engine.begin().call(rows, student, temperature);
      expect(seen).toHaveLength(config.layers + 1);
      seen.forEach((layer, index) => {
        const expected = activations[index]?.flat() ?? [];
        const worst = layer.reduce((w, x, i) => Math.max(w, Math.abs(x - (expected[i] ?? 99))), 0);
        expect(worst, `layer ${index}`).toBeLessThanOrEqual(goldens.tolerance);
      });
    });

    test('whole runs are token for token those of PyTorch', async () => {
      const model = await load(name);
      for (const { prompt, seed, temperature, tokens, margin } of model.goldens.runs) {
        const standard = defaultRun(name);
        const sampling = { ...standard.sampling, temperature };
        const run: RunSpec = { ...standard, prompt, seed, sampling, tokens: tokens.length };
        expect(margin).toBeGreaterThan(SAFE_MARGIN);
        expect(await written(model, { ...run, method: 'ar' })).toEqual(tokens);
      }
    });

    test(`every method writes ar's text on ${PAIRS} prompts and seeds`, {
      timeout: 600_000,
    }, async () => {
      const model = await load(name);
      const methods = METHOD_NAMES.filter((method) => method === 'ar' || hasStudent(model, method));
      for (let pair = 0; pair < PAIRS; pair++) {
        const run = { ...randomRun(model, pair), tokens: PAIR_TOKENS };
        const expected = await written(model, { ...run, method: 'ar' });
        for (const method of methods) {
          const found = await written(model, { ...run, method });
          expect(found, `${method}, ${JSON.stringify(run)}`).toEqual(expected);
        }
      }
    });
  });
}

function hasStudent(model: Model, method: RunSpec['method']): boolean {
  const student = method === 'pqd' ? 'o-ptp' : method;
  return student !== 'ar' && model.manifest.files[student] !== undefined;
}

/** A prompt of letters that have nothing to do with each other, and a seed. */
function randomRun({ config }: Model, pair: number): RunSpec {
  const standard = defaultRun(config.name);
  const letters = config.vocabulary.slice(config.end === null ? 0 : 1);
  const length = Math.floor(uniform(pair, 0, 1) * 12);
  const prompt = Array.from({ length }, (_, i) =>
    letters.charAt(Math.floor(uniform(pair, 1 + i, 1) * letters.length)),
  ).join('');
  const temperature = [0, 0.7, 1, 1, 1.3][pair % 5] ?? 1;
  return { ...standard, prompt, seed: pair, sampling: { ...standard.sampling, temperature } };
}
