// Exactness on the real weights: for any prompt, seed and method the text is ar's on the same engine,
// bit for bit. Between engines, or sets of kernels, it may differ only from where u lies next to an
// edge of the CDF.

import { describe, expect, test } from 'vitest';
import { decode, decodeOn } from '../decoding/decode';
import { EXACT_METHODS, methods } from '../decoding/registry';
import { defaultRun, type RunSpec } from '../decoding/run-spec';
import { type StepTrace, textOf } from '../decoding/trace';
import { uniform } from '../decoding/u';
import { createCpuEngine } from '../engines/cpu/cpu-engine';
import { plainKernels } from '../engines/cpu/kernels';
import type { Engine } from '../engines/engine';
import { softwareGpu } from '../node/test-gpu';
import { filesInPublic } from '../testing/tiny-model';
import { MODEL_NAMES } from './config';
import { loadModel, type Model } from './load';
import { parseSafetensors } from './safetensors';

const TOKENS = 24;
/** Runs on each engine; a software adapter is slow, and pays dearly for the barriers of the tiled kernels. */
const PAIRS = { cpu: 200, 'barrier-free': 8, tiled: 1 };
type Kind = keyof typeof PAIRS;
/** How close to an edge u must be for two engines to be allowed different tokens. */
const EDGE = 1e-4;
const MINUTES = 60_000;

const gpu = softwareGpu();

for (const name of MODEL_NAMES) {
  describe(name, () => {
    const load = (kind: Kind) =>
      kind === 'cpu'
        ? loadModel(name, { fetchFile: filesInPublic, engine: 'cpu' })
        : loadModel(name, { fetchFile: filesInPublic, engine: 'webgpu', gpu, family: kind });

    for (const kind of ['cpu', 'barrier-free', 'tiled'] as const) {
      const on = kind === 'cpu' ? kind : `${kind} kernels of the GPU`;
      const title = `every method writes ar's text: ${PAIRS[kind]} prompts and seeds on ${on}`;
      const skip = kind !== 'cpu' && !gpu;
      test.skipIf(skip)(title, { timeout: 15 * MINUTES }, async () => {
        const model = await load(kind);
        for (let pair = 0; pair < PAIRS[kind]; pair++) {
          const run = randomRun(model, pair);
          const single = await stepsOf(model, { ...run, method: 'ar' });
          for (const method of methodsOf(model)) {
            const found = textOf(await stepsOf(model, { ...run, method }));
            const what = `${method}, ${JSON.stringify(run)}`;
            // A chain's tokens are picked on the device, in f32.
            if (method === 'chained') expect(partedAway(single, found), what).toBe(false);
            else expect(found, what).toEqual(textOf(single));
          }
        }
        model.destroy();
      });
    }

    const families = ['barrier-free', 'tiled'] as const;
    test.skipIf(!gpu).each(families)(
      'the CPU and %s kernels part only next to an edge',
      {
        timeout: 15 * MINUTES,
      },
      async (family) => {
        const [cpu, webgpu] = [await load('cpu'), await load(family)];
        expect(webgpu.engine.device).toContain(family);
        expect(await partings(cpu, webgpu.engine, PAIRS[family])).toBeLessThanOrEqual(1);
        webgpu.destroy();
      },
    );

    test("and so do the CPU engine's two sets of kernels", { timeout: MINUTES }, async () => {
      const cpu = await load('cpu');
      const { file } = cpu.manifest.files.teacher;
      const teacher = parseSafetensors(file, await filesInPublic(`${name}/${file}`));
      const plain = createCpuEngine(cpu.config, teacher, { makeKernels: plainKernels });
      expect(cpu.engine.device).not.toBe(plain.device);
      expect(await partings(cpu, plain, PAIRS.cpu)).toBeLessThanOrEqual(1);
    });
  });
}

/** Whether a text leaves ar's at a place where u is not next to an edge of the CDF. */
function partedAway(single: readonly StepTrace[], found: readonly number[]): boolean {
  const at = textOf(single).findIndex((token, k) => token !== found[k]);
  if (at === -1) return found.length !== single.length;
  const { checkCdfs = [], u = [] } = single[at] ?? {};
  return Array.from(checkCdfs[0] ?? []).every((edge) => Math.abs(edge - (u[0] ?? 0)) >= EDGE);
}

/** Of so many runs of `ar`, how many differ on another engine; which they may where u is next to an edge. */
async function partings(model: Model, other: Engine, pairs: number): Promise<number> {
  let parted = 0;
  for (let pair = 0; pair < pairs; pair++) {
    const run: RunSpec = { ...randomRun(model, pair), method: 'ar' };
    const [expected, found] = [await stepsOf(model, run), await all(decodeOn(other, run))];
    if (textOf(found).join() === textOf(expected).join()) continue;
    parted += 1;
    expect(partedAway(expected, textOf(found)), JSON.stringify(run)).toBe(false);
  }
  return parted;
}

const stepsOf = (model: Model, run: RunSpec) => all(decode(model, run));

async function all(steps: AsyncIterable<StepTrace>): Promise<StepTrace[]> {
  const list = [];
  for await (const step of steps) list.push(step);
  return list;
}

/** The methods that promise ar's text, itself excepted. */
function methodsOf(model: Model): RunSpec['method'][] {
  return EXACT_METHODS.filter((method) => {
    const weights = methods[method].student ?? methods[method].sequential;
    return method !== 'ar' && (!weights || model.manifest.files[weights]);
  });
}

/** A prompt of characters that have nothing to do with each other, a seed and a temperature. */
function randomRun({ config }: Model, pair: number): RunSpec {
  const standard = defaultRun(config.name);
  const letters = config.vocabulary.slice(config.end === null ? 0 : 1);
  const length = Math.floor(uniform(pair, 0, 1) * 12);
  const prompt = Array.from({ length }, (_, i) =>
    letters.charAt(Math.floor(uniform(pair, 1 + i, 1) * letters.length)),
  ).join('');
  const temperature = [0, 0.7, 1, 1, 1.3][pair % 5] ?? 1;
  const sampling = { ...standard.sampling, temperature };
  return { ...standard, prompt, seed: pair, sampling, tokens: TOKENS };
}
