// What the manifests say of the models, measured again with the decoders that readers run: fewer runs,
// so a figure must lie within four standard errors of ours. And what they may weigh.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { decode } from '../decoding/decode';
import { defaultRun, type MethodName, type RunSpec } from '../decoding/run-spec';
import type { StepTrace } from '../decoding/trace';
import { filesInPublic } from '../testing/tiny-model';
import { loadModel, type Model } from './load';

const MEGABYTE = 2 ** 20;
const folder = (name: string) =>
  fileURLToPath(new URL(`../../public/model/${name}/`, import.meta.url));
const evaluation = (name: string) =>
  JSON.parse(readFileSync(`${folder(name)}manifest.json`, 'utf8')).evaluation;

describe('weight', () => {
  test('the cover needs at most 3 MB of names', () => {
    const files = ['manifest.json', 'goldens.json', 'teacher', 'o-ptp', 'independent'];
    const bytes = files.map((file) => {
      const path = folder('names') + (file.includes('.') ? file : `${file}.safetensors`);
      return statSync(path).size;
    });
    expect(sum(bytes)).toBeLessThanOrEqual(3 * MEGABYTE);
  });

  test('all of tales is at most 16 MB', () => {
    const bytes = readdirSync(folder('tales')).map((file) => statSync(folder('tales') + file).size);
    expect(sum(bytes)).toBeLessThanOrEqual(16 * MEGABYTE);
  });
});

test('shares of names are shares of as many names as recorded', () => {
  const { texts, words } = evaluation('names');
  for (const { whole } of Object.values<{ whole: number }>(words)) {
    // Recorded to four digits.
    expect(Math.abs(Math.round(whole * texts) / texts - whole)).toBeLessThan(0.5001e-4);
  }
});

describe('names, one call', async () => {
  const { words } = evaluation('names');
  const model = await loadModel('names', { fetchFile: filesInPublic, engine: 'cpu' });
  for (const method of ['independent', 'o-ptp', 'c-ptp'] as const) {
    test(`${method}: leading letters and whole names are as recorded`, async () => {
      const steps: StepTrace[] = [];
      for (let seed = 1; seed <= 300; seed++) {
        steps.push(await firstStep(model, { ...defaultRun('names'), method, seed }));
      }
      const leading = steps.map(matches);
      const whole = steps.map((step) => Number(matches(step) === step.checks.length));
      expectMean(leading, words[method].leading);
      expectMean(whole, words[method].whole);
    });
  }
});

describe('tales, rounds of error correction', async () => {
  const model = await loadModel('tales', { fetchFile: filesInPublic, engine: 'cpu' });
  for (const temperature of ['1.0', '0.7']) {
    for (const method of ['independent', 'o-ptp', 'c-ptp'] as const) {
      test(`${method} at ${temperature}: tokens per round are as recorded`, async () => {
        const accepted = await rounds(model, method, Number(temperature));
        expectMean(accepted, evaluation('tales')[temperature][method].accepted);
      });
    }
  }
});

/** What the page says of temperature 0, where u decides nothing: TemperatureField.tsx. */
test('at temperature 0 independent heads keep as many tokens per round as O-PTP, or more', async () => {
  const model = await loadModel('tales', { fetchFile: filesInPublic, engine: 'cpu' });
  const means = await Promise.all(
    (['independent', 'o-ptp'] as const).map(async (method) => {
      const kept = [];
      for (const prompt of GREEDY_PROMPTS) kept.push(...(await rounds(model, method, 0, prompt)));
      return sum(kept) / kept.length;
    }),
  );
  const [independent = 0, oPtp = 0] = means;
  expect(independent).toBeGreaterThanOrEqual(oPtp);
});

/** Leading drafts that are right. */
function matches({ drafts, checks }: StepTrace): number {
  const wrong = drafts.findIndex((draft, k) => draft !== checks[k]);
  return wrong === -1 ? drafts.length : wrong;
}

async function firstStep(model: Model, run: RunSpec): Promise<StepTrace> {
  for await (const step of decode(model, run)) return step;
  throw new Error('A run has at least one step');
}

/** Tokens of every round but the last of each run, which `tokens` may cut. At 0 all seeds are the same. */
async function rounds(
  model: Model,
  method: MethodName,
  temperature: number,
  prompt = PROMPT,
): Promise<number[]> {
  const accepted: number[] = [];
  for (let seed = 1; seed <= (temperature === 0 ? 1 : 8); seed++) {
    const sampling = { temperature, topK: 0, topP: 1 };
    const run = { ...defaultRun('tales'), method, seed, sampling, tokens: 160, prompt };
    const found: number[] = [];
    for await (const step of decode(model, run)) found.push(step.accepted);
    accepted.push(...found.slice(0, -1));
  }
  return accepted;
}

const PROMPT = 'There was once a poor woodcutter who lived with his wife and his children by ';
const GREEDY_PROMPTS = [
  'Once upon a time there was ',
  'The king said to his daughter: ',
  'A fisherman went out to sea, and ',
  'When the wolf came to the door, ',
];

function expectMean(values: readonly number[], recorded: number): void {
  const mean = sum(values) / values.length;
  const variance = sum(values.map((value) => (value - mean) ** 2)) / (values.length - 1);
  const error = Math.sqrt(variance / values.length);
  expect(Math.abs(mean - recorded)).toBeLessThan(4 * error + 1e-3);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
