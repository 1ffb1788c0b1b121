// What this device's time goes into: a call takes so long for its read-back, for each dispatch, for each
// multiply-add and for each byte of weights. Four constants, fitted to measured calls of random models
// whose shapes differ; they say which of them binds, and from where on a method is worth its rows.

import { createEngine, type EngineKind } from '../engines/create';
import { type Context, MAX_CHAIN } from '../engines/engine';
import { randomConfig, randomNumbers, randomTeacher } from '../engines/webgpu/random-model';
import type { Config, ModelName } from '../model/config';
import { promptRows } from './calls';
import { leastSquares } from './least-squares';
import type { MethodCost } from './methods';
import { interleave, timeOf } from './rounds';

/** What a call does. A CPU dispatches nothing, and its read-back stands for whatever each call takes. */
export type Work = Readonly<{
  readBacks: number;
  dispatches: number;
  products: number;
  bytes: number;
}>;
/** Milliseconds for one of each. */
export type Constants = Work;
export const TERMS = ['readBacks', 'dispatches', 'products', 'bytes'] as const;
export type Term = (typeof TERMS)[number];

export type Fit = Readonly<{
  engine: string;
  kind: EngineKind;
  constants: Constants;
  /** The largest |fitted - measured| / measured. */
  error: number;
  calls: readonly Readonly<{ name: string; ms: number; fitted: number }>[];
}>;

const LEAST_MS = 40;

const shapes = (channels: number, layers: number, hidden: number) =>
  randomConfig({ channels, layers, heads: channels / 16, hidden, window: 64, vocab: 32 });
/** Few numbers and few or many dispatches; then many numbers. */
const PROBES: readonly Readonly<{ config: Config; rows: readonly number[]; chains: number[] }>[] = [
  { config: shapes(16, 1, 16), rows: [1], chains: [1, 8] },
  { config: shapes(16, 16, 16), rows: [1], chains: [8] },
  { config: shapes(128, 6, 512), rows: [1, 4, 16, 64], chains: [8] },
  { config: shapes(256, 4, 1024), rows: [1, 4, 16, 32], chains: [] },
];

/** @param sets weight sets that the rows run, @param keys cached positions that each row attends to */
export function workOf(
  { channels, layers, hidden, vocabulary }: Config,
  kind: EngineKind,
  rows: number,
  { keys = 0, sets = 1, passes = 1, chained = false } = {},
): Work {
  const layer = 4 * channels * channels + 2 * channels * hidden;
  const weights = layers * layer + vocabulary.length * channels;
  // Kernels on the GPU take four rows at a time.
  const computed = kind === 'webgpu' ? Math.ceil(rows / 4) * 4 : rows;
  const attention = 2 * layers * channels * (keys + (rows + 1) / 2);
  return {
    readBacks: 1,
    dispatches: kind === 'webgpu' ? passes * (6 * layers + 3 + (chained ? 1 : 0)) : 0,
    products: passes * (computed * weights + rows * attention),
    bytes: passes * 4 * sets * weights,
  };
}

/** Milliseconds, term by term. */
export function costOf(constants: Constants, work: Work): Record<Term, number> {
  const entries = TERMS.map((term) => [term, constants[term] * work[term]] as const);
  return Object.fromEntries(entries) as Record<Term, number>;
}

export function totalOf(constants: Constants, work: Work): number {
  return TERMS.reduce((sum, term) => sum + constants[term] * work[term], 0);
}

/** The four constants of an engine here, fitted to the fastest of `rounds` interleaved measurements. */
export async function fitConstants(
  kind: EngineKind,
  gpu: GPU | undefined,
  rounds: number,
): Promise<Fit> {
  const works = new Map<string, Work>();
  const jobs = new Map<string, () => Promise<number>>();
  const undo: (() => void)[] = [];
  let device = '';
  for (const { config, rows, chains } of PROBES) {
    const engine = await createEngine(kind, config, randomTeacher(config, randomNumbers(1)), gpu);
    undo.push(() => engine.destroy());
    device = engine.device;
    const label = `C = ${config.channels}, L = ${config.layers}`;
    for (const count of rows) {
      const context = engine.begin();
      const tokens = promptRows(config).slice(0, count);
      works.set(`${label}, ${count} rows`, workOf(config, kind, count));
      jobs.set(`${label}, ${count} rows`, () => timeOf(() => context.call(tokens), LEAST_MS));
    }
    for (const passes of kind === 'webgpu' ? chains : []) {
      const name = `${label}, chain of ${passes}`;
      works.set(name, workOf(config, kind, 1, { passes, chained: true }));
      jobs.set(name, () => timeChain(engine.begin(), passes));
    }
  }
  const times = await interleave(jobs, rounds);
  for (const free of undo) free();
  const names = [...works.keys()];
  const measured = names.map((name) => Math.min(...(times.get(name) ?? [])));
  return { engine: device, kind, ...fit(names, [...works.values()], measured) };
}

/** The constants that come nearest to the measured milliseconds, relative to each; none is negative. */
export function fit(
  names: readonly string[],
  works: readonly Work[],
  measured: readonly number[],
): Pick<Fit, 'constants' | 'error' | 'calls'> {
  const rows = works.map((work, i) => TERMS.map((term) => work[term] / (measured[i] ?? 1)));
  const found = leastSquares(
    rows,
    rows.map(() => 1),
  );
  const entries = TERMS.map((term, i) => [term, found[i] ?? 0] as const);
  const constants = Object.fromEntries(entries) as Constants;
  const calls = works.map((work, i) => ({
    name: names[i] ?? '',
    ms: measured[i] ?? 0,
    fitted: totalOf(constants, work),
  }));
  const error = Math.max(...calls.map(({ ms, fitted }) => Math.abs(fitted - ms) / ms));
  return { constants, error, calls };
}

/** On a context of its own, as each call makes the text longer. */
async function timeChain(context: Context, passes: number): Promise<number> {
  const us = Array<number>(passes).fill(0.5);
  const ms = await timeOf(async () => context.chain?.(1, us, 1), LEAST_MS);
  context.free();
  return ms;
}

export type BreakEven = Readonly<{
  model: ModelName;
  method: MethodCost['method'];
  tokensPerCall: number;
  /** Tokens per call at which it costs as much per token as one at a time, and as that chained. */
  againstAr: number;
  againstChained: number | null;
  /** Milliseconds of read-back above which it beats one at a time; null where it never does. */
  readBackMs: number | null;
}>;

/** What the constants say about a method: its rows cost what a call of that many rows costs. */
export function breakEven({ constants, kind }: Fit, config: Config, cost: MethodCost): BreakEven {
  const { tokensPerCall, rowsPerCall, method } = cost;
  const keys = config.window;
  const drafted = rowsPerCall > 1 ? 2 : 1;
  const call = totalOf(constants, workOf(config, kind, rowsPerCall, { keys, sets: drafted }));
  const one = totalOf(constants, workOf(config, kind, 1, { keys }));
  const chain = workOf(config, kind, 1, { keys, passes: MAX_CHAIN, chained: true });
  const { readBacks } = constants;
  const missing = call - readBacks - tokensPerCall * (one - readBacks);
  return {
    model: config.name,
    method,
    tokensPerCall,
    againstAr: call / one,
    againstChained: kind === 'webgpu' ? (call * MAX_CHAIN) / totalOf(constants, chain) : null,
    readBackMs: tokensPerCall > 1 ? Math.max(missing / (tokensPerCall - 1), 0) : null,
  };
}
