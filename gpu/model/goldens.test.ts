// The CPU engine against PyTorch, on the real weights of every model that is in public/.

import { describe, expect, test } from 'vitest';
import { decode } from '../decoding/decode';
import { defaultRun, type RunSpec } from '../decoding/run-spec';
import { textOf } from '../decoding/trace';
import { createCpuEngine } from '../engines/cpu/cpu-engine';
import type { Engine } from '../engines/engine';
import { filesInPublic } from '../testing/tiny-model';
import { MODEL_NAMES, type ModelName } from './config';
import { loadModel, type Model } from './load';
import { parseSafetensors } from './safetensors';

/** Largest difference within a layer, as a share of its largest activation (which reaches hundreds). */
const LAYER_TOLERANCE = 1e-5;
/** A golden run whose u comes closer to an edge than this may differ for rounding alone. */
const SAFE_MARGIN = 1e-5;

const load = (name: ModelName) => loadModel(name, { fetchFile: filesInPublic, engine: 'cpu' });

/** What the teacher makes of tokens that begin a text, [C] each. */
async function statesOf(engine: Engine, tokens: readonly number[]): Promise<Float32Array[]> {
  const { channels } = engine.config;
  const rows = tokens.map((token, at) => ({ input: { token }, parent: at - 1, position: at }));
  const { states } = await engine.begin({ states: true }).call(rows);
  return tokens.map(
    (_, at) => states?.slice(at * channels, (at + 1) * channels) ?? [],
  ) as Float32Array[];
}

async function written(model: Model, run: RunSpec): Promise<number[]> {
  const steps = [];
  for await (const step of decode(model, run)) steps.push(step);
  return textOf(steps);
}

for (const name of MODEL_NAMES) {
  describe(name, () => {
    test('every layer computes what PyTorch computes', async () => {
      const { config, goldens, manifest } = await load(name);
      const { student, temperature, rows, activations } = goldens.rows;
      const tensorsOf = async (file = '') =>
        parseSafetensors(file, await filesInPublic(`${name}/${file}`));
      const seen: Float32Array[] = [];
      const teacher = await tensorsOf(manifest.files.teacher.file);
      const engine = createCpuEngine(config, teacher, { probe: (layer) => seen.push(layer) });
      await engine.load(student, await tensorsOf(manifest.files[student]?.file));
      await engine.begin().call(rows, student, temperature);
      expect(seen).toHaveLength(config.layers + 1);
      seen.forEach((layer, index) => {
        const expected = activations[index]?.flat() ?? [];
        const largest = Math.max(...expected.map(Math.abs));
        const worst = layer.reduce((w, x, i) => Math.max(w, Math.abs(x - (expected[i] ?? 99))), 0);
        expect(worst / largest, `layer ${index}`).toBeLessThanOrEqual(LAYER_TOLERANCE);
      });
    });

    test('networks that draft one after another compute what PyTorch computes', async () => {
      const model = await load(name);
      const { goldens } = model;
      const { tokens, known, logits } = goldens.sequential ?? { tokens: [], known: 0, logits: {} };
      const states = await statesOf(model.engine, tokens.slice(0, known - 1));
      for (const network of ['draft', 'eagle', 'mtp'] as const) {
        const run = (await model.needSequential(network)).begin();
        const expected = logits[network] ?? [];
        expect(expected.length).toBeGreaterThan(1);
        for (const [draft, scores] of expected.entries()) {
          const found = await (draft === 0
            ? run.read(tokens.slice(0, known), states)
            : run.next(tokens[known + draft - 1] ?? 0));
          const worst = Math.max(...scores.map((score, v) => Math.abs(score - (found?.[v] ?? 99))));
          expect(worst, `${network}, draft ${draft}`).toBeLessThanOrEqual(goldens.tolerance);
        }
      }
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
  });
}
