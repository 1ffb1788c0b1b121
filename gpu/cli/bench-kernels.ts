// Two sets of kernels on the same calls, turn by turn: the CPU engine's two, and the WebGPU engine's two
// families.

import { createCpuEngine } from '../engines/cpu/cpu-engine';
import { plainKernels } from '../engines/cpu/kernels';
import { wasmKernels } from '../engines/cpu/wasm';
import { type Context, type Engine, PREFIX, type Row } from '../engines/engine';
import { createWebGpuEngine } from '../engines/webgpu';
import { defaultRun, type FetchFile, type Model } from '../index';
import { type Config, MAX_ROWS } from '../model/config';
import { parseSafetensors, type Tensors } from '../model/safetensors';

const ROUNDS = 9;
/** How long a measurement takes at least. */
const LEAST_MS = 60;

type Named<T> = readonly [name: string, value: T];
type OpenEngine = (teacher: Tensors) => Engine | Promise<Engine>;

/** Prints what a call takes behind a full window with each of the CPU engine's sets of kernels. */
export async function compareKernels(model: Model, fetchFile: FetchFile): Promise<void> {
  const { config } = model;
  await compare(
    model,
    fetchFile,
    ['TypeScript', (teacher) => createCpuEngine(config, teacher, { makeKernels: plainKernels })],
    ['WebAssembly', (teacher) => createCpuEngine(config, teacher, { makeKernels: wasmKernels })],
  );
}

/** The same with each family of the WebGPU engine, and which of them its trial picks on this adapter. */
export async function compareFamilies(
  model: Model,
  fetchFile: FetchFile,
  gpu: GPU | undefined,
): Promise<void> {
  const { config } = model;
  await compare(
    model,
    fetchFile,
    ['tiled', (teacher) => createWebGpuEngine(config, teacher, gpu, 'tiled')],
    ['barrier-free', (teacher) => createWebGpuEngine(config, teacher, gpu, 'barrier-free')],
  );
  const chosen = await createWebGpuEngine(config, await teacherOf(model, fetchFile), gpu);
  console.log(`The timed trial picks: ${chosen.device}.`);
  if (chosen.software) {
    console.log('A software adapter, where a barrier is dear: this says nothing about a GPU.');
  }
  chosen.destroy();
}

/** Interleaved rounds of a row, 16 rows, and a call of default PQD; ratio: `first` over `second`. */
async function compare(
  model: Model,
  fetchFile: FetchFile,
  first: Named<OpenEngine>,
  second: Named<OpenEngine>,
): Promise<void> {
  const engines = [
    await openEngine(model, fetchFile, first[1]),
    await openEngine(model, fetchFile, second[1]),
  ] as const;
  const [slow, fast] = [await fullContext(engines[0]), await fullContext(engines[1])];
  console.log(
    'call'.padEnd(20) +
      [first, second].map(([name]) => `${name} ms`.padStart(18)).join('') +
      ': median (min)  ratio: median',
  );
  for (const [name, rows] of Object.entries(callsOf(model.config, slow.length))) {
    const times: [number[], number[]] = [[], []];
    for (let round = 0; round <= ROUNDS; round++) {
      const pair = [await time(slow, rows), await time(fast, rows)] as const;
      if (round === 0) continue; // warms up
      times[0].push(pair[0]);
      times[1].push(pair[1]);
    }
    const ratios = times[0].map((ms, round) => ms / (times[1][round] ?? ms));
    const shown = times.map(
      (list) => `${middle(list).toFixed(2)} (${Math.min(...list).toFixed(2)})`,
    );
    console.log(
      name.padEnd(20) +
        shown.map((text) => text.padStart(18)).join('') +
        `${middle(ratios).toFixed(1)}x`.padStart(12),
    );
  }
  for (const engine of engines) engine.destroy();
}

function callsOf({ name }: Config, length: number): Record<string, Row[]> {
  const { draft, budget } = defaultRun(name);
  return {
    '1 row': chain(1, length),
    '16 rows': chain(16, length),
    [`PQD, ${draft + 1 + budget} rows`]: [
      ...chain(draft + 1, length),
      ...auxiliaries(budget, draft, length),
    ],
  };
}

async function openEngine(model: Model, fetchFile: FetchFile, open: OpenEngine): Promise<Engine> {
  const engine = await open(await teacherOf(model, fetchFile));
  const student = model.manifest.files['o-ptp'];
  if (student) await engine.load('o-ptp', await tensorsOf(model, fetchFile, student.file));
  return engine;
}

const teacherOf = (model: Model, fetchFile: FetchFile): Promise<Tensors> =>
  tensorsOf(model, fetchFile, model.manifest.files.teacher.file);

async function tensorsOf({ config }: Model, fetchFile: FetchFile, file: string): Promise<Tensors> {
  return parseSafetensors(file, await fetchFile(`${config.name}/${file}`));
}

/** A context whose whole window is cached; the token does not matter. */
async function fullContext(engine: Engine): Promise<Context> {
  const context = engine.begin();
  const rows = chain(Math.min(engine.config.window, MAX_ROWS), 0);
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
