// Exactness above all: whatever is drafted, and however, the text is that of one-at-a-time decoding.

import { expect, test } from 'vitest';
import { type CpuOptions, createCpuEngine } from '../engines/cpu/cpu-engine';
import type { Engine } from '../engines/engine';
import type { Config } from '../model/config';
import { KERNEL_SETS } from '../testing/kernel-sets';
import {
  randomNetworks,
  randomStudent,
  randomTeacher,
  STUDENTS,
  TINY,
  TINY_ENDLESS,
} from '../testing/tiny-model';
import { decodeOn } from './decode';
import { EXACT_METHODS, methods } from './registry';
import { defaultRun, METHOD_NAMES, type RunSpec } from './run-spec';
import { type StepTrace, textOf } from './trace';
import { uniform } from './u';

type Tiny = Readonly<{ engine: Engine; networks: ReturnType<typeof randomNetworks> }>;

async function tinyModel(config: Config, seed: number, options?: CpuOptions): Promise<Tiny> {
  const engine = createCpuEngine(config, randomTeacher(config, seed), options);
  for (const student of STUDENTS) await engine.load(student, randomStudent(config, student, seed));
  return { engine, networks: randomNetworks(config, seed, false, options) };
}

/** Drafting with the teacher's own weights: drafts are often right, so that long matches are tried too. */
async function ableModel(config: Config, seed: number, options?: CpuOptions): Promise<Tiny> {
  const teacher = randomTeacher(config, seed);
  const engine = createCpuEngine(config, teacher, options);
  for (const student of STUDENTS) {
    const own = new Map(randomStudent(config, student, seed));
    for (const [name, tensor] of teacher) if (own.has(name)) own.set(name, tensor);
    await engine.load(student, own);
  }
  return { engine, networks: randomNetworks(config, seed, true, options) };
}

const RUN: RunSpec = { ...defaultRun('names'), draft: 4, budget: 12, tokens: 14 };

async function stepsOf(
  { engine, networks }: Tiny,
  run: RunSpec,
  written: number[] = [],
): Promise<StepTrace[]> {
  const name = methods[run.method].sequential;
  const steps: StepTrace[] = [];
  const options = { written, sequential: name ? networks[name] : undefined };
  for await (const step of decodeOn(engine, run, options)) steps.push(step);
  return steps;
}

/** A run drawn at random: every field that a method could stumble over. */
function randomRun(config: Config, seed: number): RunSpec {
  const draw = (place: number, count: number) => Math.floor(uniform(seed, place) * count);
  const letters = Array.from({ length: draw(1, 12) }, (_, i) => 'abcde'.charAt(draw(20 + i, 5)));
  return {
    ...RUN,
    model: config.name,
    prompt: letters.join(''),
    seed: draw(2, 2 ** 32),
    u: draw(3, 3) === 0 ? { [draw(4, 6)]: uniform(seed, 5) } : {},
    sampling: {
      temperature: [0, 0.5, 0.8, 1, 2][draw(6, 5)] ?? 1,
      topK: draw(7, 4),
      topP: [1, 1, 0.9, 0.5][draw(8, 4)] ?? 1,
    },
    tokens: 1 + draw(9, 24),
    draft: 1 + draw(10, 4),
    budget: 1 + draw(11, 20),
    freshU: draw(12, 3) === 0,
  };
}

for (const [kind, makeModel] of Object.entries({ random: tinyModel, able: ableModel })) {
  for (const config of [TINY, TINY_ENDLESS]) {
    const title = `every method writes ar's text: ${kind} students, ${config.name}, %s`;
    test.each(KERNEL_SETS)(title, async (_, makeKernels) => {
      for (let seed = 0; seed < 40; seed++) {
        const model = await makeModel(config, seed % 8, { makeKernels });
        const run = randomRun(config, seed);
        const expected = textOf(await stepsOf(model, { ...run, method: 'ar' }));
        for (const method of METHOD_NAMES) {
          const steps = await stepsOf(model, { ...run, method });
          if (methods[method].keeps === 'text')
            expect(textOf(steps), `${method} ${JSON.stringify(run)}`).toEqual(expected);
          for (const step of steps) checkStep(config, { ...run, method }, step);
        }
      }
    });
  }
}

/** The rules of a step, as the command's format states them. */
function checkStep(config: Config, run: RunSpec, step: StepTrace): void {
  const { drafts, checks, accepted, position } = step;
  const matching = checks.findIndex((check, k) => check !== drafts[k]);
  const right = matching === -1 ? checks.length : matching;
  const ended = checks[right - 1] === config.end && right > 0;
  expect(checks).toHaveLength(ended ? right : right + 1);
  expect(accepted).toBe(Math.min(checks.length, run.tokens - position));
  expect(drafts.slice(0, -1)).not.toContain(config.end);
  expect(drafts.length).toBeLessThanOrEqual(run.method === 'ar' ? 0 : run.draft);
  expect(step.checkCdfs).toHaveLength(checks.length);
  expect(step.draftCdfs).toHaveLength(drafts.length);
  expect(step.confidences).toHaveLength(drafts.length);
  expect(step.u).toHaveLength(Math.max(drafts.length, checks.length));
  expect(step.calls).toBe(methods[run.method].calls);
}

test('the rows of a round are the rows of its calls', async () => {
  const model = await tinyModel(TINY_ENDLESS, 2);
  const run: RunSpec = { ...RUN, model: 'tales', prompt: 'abc', tokens: 9 };
  const rowsOf = async (method: RunSpec['method']) =>
    (await stepsOf(model, { ...run, method })).map(({ rows, drafts }) => rows - drafts.length);
  expect(new Set(await rowsOf('ar'))).toEqual(new Set([1]));
  // Last token and K auxiliary rows draft; last token and the drafts check.
  expect(new Set(await rowsOf('o-ptp'))).toEqual(new Set([1 + 4 + 1]));
  expect(new Set(await rowsOf('independent'))).toEqual(new Set([1 + 4 + 1]));
  expect(new Set(await rowsOf('c-ptp'))).toEqual(new Set([1 + 3 + 1]));
});

test('partial quadratic decoding spends its budget and starts without drafts', async () => {
  const model = await ableModel(TINY_ENDLESS, 1);
  const steps = await stepsOf(model, { ...RUN, model: 'tales', method: 'pqd', budget: 6 });
  expect(steps[0]).toMatchObject({ drafts: [], rows: 1 + 4, accepted: 1 });
  for (const { rows, drafts } of steps.slice(1)) {
    expect(rows - 1 - drafts.length).toBe(Math.min(6, 4 * (drafts.length + 1)));
  }
});

test('the first draft is the one that the check confirms, unless drafting has unrelated u', async () => {
  const model = await tinyModel(TINY, 3);
  for (const method of ['o-ptp', 'c-ptp', 'independent'] as const) {
    const steps = await stepsOf(model, { ...RUN, method, seed: 5 });
    expect(steps.map(({ drafts }) => drafts[0])).toEqual(steps.map(({ checks }) => checks[0]));
    expect(steps[0]?.confidences[0]).toBe(1);
    expect(steps[0]?.draftCdfs[0]).toBeUndefined();
  }
  const endless = await tinyModel(TINY_ENDLESS, 3);
  const run: RunSpec = { ...RUN, model: 'tales', tokens: 40, freshU: true };
  const steps = await stepsOf(endless, run);
  expect(steps.some(({ drafts, checks }) => drafts[0] !== checks[0])).toBe(true);
});

test('setting one u by hand changes no earlier token', async () => {
  const model = await tinyModel(TINY_ENDLESS, 4);
  const run: RunSpec = { ...RUN, model: 'tales', method: 'ar' };
  const least = textOf(await stepsOf(model, { ...run, u: { 5: 0 } }));
  const most = textOf(await stepsOf(model, { ...run, u: { 5: 1 - 2 ** -24 } }));
  expect(least.slice(0, 5)).toEqual(most.slice(0, 5));
  expect(least[5]).toBeLessThan(most[5] ?? 0);
});

test('a run that goes on from written tokens writes the same text', async () => {
  const model = await ableModel(TINY_ENDLESS, 5);
  for (const method of EXACT_METHODS) {
    const run: RunSpec = { ...RUN, model: 'tales', method, tokens: 20, prompt: 'ad' };
    const whole = textOf(await stepsOf(model, run));
    const rest = await stepsOf(model, run, whole.slice(0, 7));
    expect(rest[0]?.position).toBe(7);
    expect(textOf(rest)).toEqual(whole.slice(7));
  }
});

test('leaving a run early frees its context', async () => {
  const { engine } = await tinyModel(TINY_ENDLESS, 6);
  let freed = 0;
  const counting: Engine = {
    ...engine,
    begin: () => {
      const context = engine.begin();
      return Object.assign(context, { free: () => void freed++ });
    },
  };
  for await (const _ of decodeOn(counting, { ...RUN, model: 'tales' })) break;
  expect(freed).toBe(1);
});
