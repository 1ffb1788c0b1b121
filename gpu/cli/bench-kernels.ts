// The CPU engine's two sets of kernels on the same calls, turn by turn.

import { createCpuEngine } from '../engines/cpu/cpu-engine';
import { type MakeKernels, plainKernels } from '../engines/cpu/kernels';
import { wasmKernels } from '../engines/cpu/wasm';
import { type Context, PREFIX, type Row } from '../engines/engine';
import { defaultRun, type FetchFile, type Model } from '../index';
import { MAX_ROWS } from '../model/config';
import { parseSafetensors } from '../model/safetensors';

const ROUNDS = 9;
/** How long a measurement takes at least. */
const LEAST_MS = 60;

/** Prints what a call takes behind a full window: a row, 16 rows, and a call of default PQD. */
export async function compareKernels(model: Model, fetchFile: FetchFile): Promise<void> {
  const plain = await fullContext(model, fetchFile, plainKernels);
  const wasm = await fullContext(model, fetchFile, wasmKernels);
  const { draft, budget } = defaultRun(model.config.name);
  const calls = {
    '1 row': chain(1, plain.length),
    '16 rows': chain(16, plain.length),
    [`PQD, ${draft + 1 + budget} rows`]: [
      ...chain(draft + 1, plain.length),
      ...auxiliaries(budget, draft, plain.length),
    ],
  };
  console.log('CPU engine, call        TypeScript ms  WebAssembly ms: median (min)  ratio: median');
  for (const [name, rows] of Object.entries(calls)) {
    const times: Record<'plain' | 'wasm', number[]> = { plain: [], wasm: [] };
    for (let round = 0; round <= ROUNDS; round++) {
      const pair = [await time(plain, rows), await time(wasm, rows)] as const;
      if (round === 0) continue; // warms up
      times.plain.push(pair[0]);
      times.wasm.push(pair[1]);
    }
    const ratios = times.plain.map((ms, round) => ms / (times.wasm[round] ?? ms));
    const shown = [times.plain, times.wasm].map(
      (list) => `${middle(list).toFixed(2)} (${Math.min(...list).toFixed(2)})`,
    );
    console.log(
      name.padEnd(20) +
        shown.map((text) => text.padStart(18)).join('') +
        `${middle(ratios).toFixed(1)}x`.padStart(12),
    );
  }
}

/** A context whose whole window is cached; the token does not matter. */
async function fullContext(
  { config, manifest }: Model,
  fetchFile: FetchFile,
  makeKernels: MakeKernels,
): Promise<Context> {
  const { teacher, 'o-ptp': student } = manifest.files;
  const tensorsOf = async ({ file }: { file: string }) =>
    parseSafetensors(file, await fetchFile(`${config.name}/${file}`));
  const engine = createCpuEngine(config, await tensorsOf(teacher), { makeKernels });
  if (student) await engine.load('o-ptp', await tensorsOf(student));
  const context = engine.begin();
  const rows = chain(Math.min(config.window, MAX_ROWS), 0);
  await context.call(rows);
  context.commit([...rows.keys()]);
  return context;
}

function chain(count: number, from: number): Row[] {
  return Array.from({ length: count }, (_, i) => ({
    input: { token: 1 },
    parent: i === 0 ? PREFIX : i - 1,
    position: from + i,
  }));
}

/** Groups of `size` rows, each group behind another of the call's first rows. */
function auxiliaries(count: number, size: number, from: number): Row[] {
  const first = size + 1;
  return Array.from({ length: count }, (_, i) => {
    const [group, slot] = [Math.floor(i / size), i % size];
    return {
      input: { u: 0.5, after: 1 },
      parent: slot === 0 ? group : first + i - 1,
      position: from + group + slot,
    };
  });
}

/** Milliseconds per call, over as many as LEAST_MS needs. */
async function time(context: Context, rows: readonly Row[]): Promise<number> {
  let calls = 0;
  let ms = 0;
  for (; ms < LEAST_MS; calls++) ms += (await context.call(rows, 'o-ptp')).ms;
  return ms / calls;
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
