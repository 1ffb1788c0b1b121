// What a token costs by each decoding method: same prompts, same u's, turn by turn.

import { decode } from '../decoding/decode';
import { methods } from '../decoding/registry';
import { defaultRun, METHOD_NAMES, type MethodName, type RunSpec } from '../decoding/run-spec';
import type { ModelName } from '../model/config';
import type { Model } from '../model/load';
import { interleave, type Times, timesOf } from './rounds';

const SEEDS = { names: 8, tales: 2 };
const PROMPTS = { names: '', tales: 'Once upon a time there was a king who had ' };
const TURNS = 40;

export type MethodCost = Readonly<{
  model: ModelName;
  engine: string;
  method: MethodName;
  tokensPerCall: number;
  rowsPerCall: number;
  msPerToken: Times;
  /** Time for the same text over that of one at a time, and of the same chained, in the same round. */
  againstAr: Times;
  againstChained: Times;
}>;

export async function compareMethods(model: Model, rounds: number): Promise<MethodCost[]> {
  const { name } = model.config;
  const names = METHOD_NAMES.filter((method) => canDraft(model, method));
  const work = new Map<MethodName, Work>();
  const jobs = new Map<string, () => Promise<number>>();
  for (const method of names) {
    jobs.set(method, async () => {
      const runs = Array.from({ length: SEEDS[name] }, (_, i) => ({
        ...defaultRun(name),
        ...{ method, seed: i + 1, prompt: PROMPTS[name] },
      }));
      const done = await workOf(model, runs);
      work.set(method, done);
      return done.ms;
    });
  }
  const times = await interleave(jobs, rounds);
  const against = (method: MethodName, other: MethodName) =>
    timesOf((times.get(method) ?? []).map((ms, round) => ms / (times.get(other)?.[round] ?? ms)));
  return names.map((method) => {
    const { tokens, calls, rows } = work.get(method) ?? { tokens: 1, calls: 1, rows: 1 };
    return {
      model: name,
      engine: model.engine.device,
      method,
      tokensPerCall: tokens / calls,
      rowsPerCall: rows / calls,
      msPerToken: timesOf((times.get(method) ?? []).map((ms) => ms / tokens)),
      againstAr: against(method, 'ar'),
      againstChained: against(method, 'chained'),
    };
  });
}

/** Milliseconds until the cover's three lines have answered a turned dial. */
export async function turnDials(model: Model): Promise<Times> {
  const times: number[] = [];
  for (let turn = 0; turn < TURNS; turn++) {
    const run = { ...defaultRun('names'), u: { [turn % 8]: (turn * 0.37) % 1 } };
    const lines = (['ar', 'independent', 'o-ptp'] as const).map((method) => ({ ...run, method }));
    const begun = performance.now();
    await workOf(model, lines);
    times.push(performance.now() - begun);
  }
  return timesOf(times.slice(TURNS / 5)); // the first ones warm up
}

type Work = { tokens: number; calls: number; rows: number; ms: number };

async function workOf(model: Model, runs: readonly RunSpec[]): Promise<Work> {
  const work = { tokens: 0, calls: 0, rows: 0, ms: 0 };
  for (const run of runs) {
    for await (const step of decode(model, run)) {
      work.tokens += step.accepted;
      work.calls += step.calls;
      work.rows += step.rows;
      work.ms += step.ms;
    }
  }
  return work;
}

function canDraft(model: Model, method: MethodName): boolean {
  const { student } = methods[method];
  return !student || Object.hasOwn(model.manifest.files, student);
}
