// `npm run bench`: what decoding costs on this machine, as ratios to one-at-a-time decoding measured in
// the same rounds, how long the cover takes to answer a turned dial, and what WebAssembly saves.

import {
  decode,
  defaultRun,
  loadModel,
  METHOD_NAMES,
  type MethodName,
  type Model,
  type ModelName,
  methods,
  type RunSpec,
} from '../index';
import { openDawn } from '../node/dawn';
import { compareFamilies, compareKernels } from './bench-kernels';
import { filesOf } from './files';

const ROUNDS = 7;
const SEEDS = { names: 12, tales: 2 };
const PROMPTS = { names: '', tales: 'Once upon a time there was a king who had ' };

type Cost = { tokens: number; calls: number; rows: number; ms: number };

/** @param argv engines to time: cpu, webgpu or both; @param root the package's folder */
export async function main(argv: readonly string[], root: string): Promise<void> {
  for (const engine of argv.length ? argv : ['cpu']) {
    if (engine !== 'cpu' && engine !== 'webgpu') {
      console.error(`"${engine}" is no engine; allowed: cpu, webgpu.`);
      process.exitCode = 2;
      return;
    }
    const gpu = engine === 'webgpu' ? await openDawn() : undefined;
    for (const name of ['names', 'tales'] as const) {
      const model = await loadModel(name, { fetchFile: filesOf(root), engine, gpu });
      console.log(`\n${name} on ${model.engine.device}, ${ROUNDS} interleaved rounds`);
      await compareMethods(model, name);
      if (name === 'names') await turnDials(model);
      if (engine === 'cpu') await compareKernels(model, filesOf(root));
      else await compareFamilies(model, filesOf(root), gpu);
      model.destroy();
    }
  }
}

/** Every method on the same prompts and u's; wall time per token against `ar` in the same round. */
async function compareMethods(model: Model, name: ModelName): Promise<void> {
  const names = METHOD_NAMES.filter((method) => canDraft(model, method));
  const rounds = Object.fromEntries(names.map((method) => [method, [] as Cost[]]));
  for (let round = 0; round <= ROUNDS; round++) {
    for (const method of names) {
      const cost = { tokens: 0, calls: 0, rows: 0, ms: 0 };
      for (let seed = 1; seed <= SEEDS[name]; seed++) {
        await addCost(cost, model, { ...defaultRun(name), method, seed, prompt: PROMPTS[name] });
      }
      if (round > 0) rounds[method]?.push(cost); // round 0 warms up
    }
  }
  console.log(
    'method       tokens/call  rows/call  ms/call  ms/token  time against ar: median (min)',
  );
  const own = rounds.ar ?? [];
  for (const method of names) {
    const costs = rounds[method] ?? [];
    const ratios = costs.map(({ ms }, round) => ms / (own[round]?.ms ?? ms)).sort((a, b) => a - b);
    const ms = median(costs.map((cost) => cost.ms));
    const { tokens, calls, rows } = costs[0] ?? { tokens: 1, calls: 1, rows: 1 };
    console.log(
      method.padEnd(12) +
        (tokens / calls).toFixed(2).padStart(12) +
        (rows / calls).toFixed(1).padStart(11) +
        (ms / calls).toFixed(2).padStart(9) +
        (ms / tokens).toFixed(2).padStart(10) +
        `${median(ratios).toFixed(2)}x (${(ratios[0] ?? 0).toFixed(2)}x)`.padStart(20),
    );
  }
}

/** A turned dial on the cover: three lines anew, the one-at-a-time line and its checks included. */
async function turnDials(model: Model): Promise<void> {
  const times: number[] = [];
  for (let turn = 0; turn < 40; turn++) {
    const run = { ...defaultRun('names'), u: { [turn % 8]: (turn * 0.37) % 1 } };
    const begun = performance.now();
    for (const method of ['ar', 'independent', 'o-ptp'] as const) {
      await addCost({ tokens: 0, calls: 0, rows: 0, ms: 0 }, model, { ...run, method });
    }
    if (turn >= 8) times.push(performance.now() - begun);
  }
  times.sort((a, b) => a - b);
  const [middle, worst] = [median(times), times.at(-1) ?? 0];
  console.log(
    `a turned dial: ${middle.toFixed(0)} ms (median), ${worst.toFixed(0)} ms (worst of 32)`,
  );
}

async function addCost(cost: Cost, model: Model, run: RunSpec): Promise<void> {
  for await (const step of decode(model, run)) {
    cost.tokens += step.accepted;
    cost.calls += step.calls;
    cost.rows += step.rows;
    cost.ms += step.ms;
  }
}

function canDraft(model: Model, method: MethodName): boolean {
  const { student } = methods[method];
  return !student || Object.hasOwn(model.manifest.files, student);
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
