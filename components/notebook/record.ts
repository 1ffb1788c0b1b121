// Records the default runs with the CPU engine. Bundled and started by scripts/record-traces.mjs; no
// part of the page.

import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadModel, MODEL_NAMES, type ModelName, type Trace } from '@/gpu';
import { collect } from './answers';
import { DEFAULTS } from './defaults';
import type { PartName } from './part-names';
import { PARTS } from './parts';
import type { State } from './state';
import type { Store } from './store';
import { createStore } from './store';
import { perform } from './worker-tasks';

const OWN: Readonly<Record<ModelName, readonly PartName[]>> = {
  names: ['names', 'squares', 'draws', 'joint'],
  tales: ['tales', 'tales-bins', 'temperatures', 'costs'],
};

/** Write public/traces/ for the given models; for all that have weights where none is given. */
export async function record(root: string, wanted: readonly string[]): Promise<void> {
  for (const name of MODEL_NAMES) {
    const weights = join(root, 'public/model', name, 'manifest.json');
    if (wanted.length > 0 ? !wanted.includes(name) : !existsSync(weights)) continue;
    const file = join(root, 'public/traces', `${name}.json`);
    const text = await recordModel(root, name);
    await writeFile(file, text);
    console.log(`${file}: ${(text.length / 1024).toFixed(0)} kB`);
  }
}

async function recordModel(root: string, name: ModelName): Promise<string> {
  const fetchFile = async (path: string) =>
    Uint8Array.from(await readFile(join(root, 'public/model', path))).buffer;
  const model = await loadModel(name, { fetchFile, engine: 'cpu' });
  const { config } = model;
  const models = { [name]: { config, status: { kind: 'recorded' } } } as State['models'];
  const store: Store<State> = createStore<State>({
    ...{
      choices: DEFAULTS,
      lit: null,
      models,
      traces: { names: {}, tales: {} },
      squares: null,
      drawn: null,
      joints: { names: null, tales: null },
      bins: { names: null, tales: null },
      temperatures: null,
      costs: null,
      problems: [],
      ways: { undo: false, redo: false },
      ...{ moved: null, pins: [], parts: {} },
    },
  });
  const shelf = { take: async () => model, report: () => {} };
  for (const part of OWN[name]) {
    const task = PARTS[part].task(store.get());
    if (!task) throw new Error(`The default choices allow no ${part}.`);
    const answers = collect(store, task, true);
    for await (const answer of perform(task, shelf, async () => true)) answers.take(answer);
    answers.show();
  }
  const { traces, squares, drawn, joints, bins, temperatures, costs } = store.get();
  const shown = Object.values(traces[name]).map((trace) =>
    name === 'names' ? trace : slim(trace),
  );
  for (const trace of shown) console.log(trace.run.method, summary(trace, config.vocabulary));
  const recording = {
    ...{ format: 1, config, traces: shown, squares, draws: drawn },
    ...{ joint: joints[name], bins: bins[name], temperatures, costs },
  };
  return `${JSON.stringify(recording, shorten)}\n`;
}

function summary({ steps }: Trace, vocabulary: string): string {
  const write = (tokens: readonly number[]) =>
    tokens
      .map((t) => vocabulary[t])
      .join('')
      .replace('\0', '·');
  return steps
    .map(({ drafts, checks }) => `${write(drafts)}>${write(checks)}`)
    .join(' ')
    .slice(0, 120);
}

/** No panel of tales shows distributions, and confidences only where a budget was shared by them. */
function slim(trace: Trace): Trace {
  const steps = trace.steps.map((step) => ({
    ...step,
    ...{ checkCdfs: [], draftCdfs: [], confidences: step.groups ? step.confidences : [] },
  }));
  return { ...trace, steps };
}

/** Probabilities with six digits, u's with seven; times to a tenth of a millisecond. */
function shorten(key: string, value: unknown): unknown {
  if (value instanceof Float64Array) return Array.from(value, (p) => Number(p.toFixed(6)));
  if (key === 'ms' && typeof value === 'number') return Number(value.toFixed(1));
  if (key === 'u' && Array.isArray(value)) return value.map((u) => Number(u.toFixed(7)));
  if (key === 'bits' && typeof value === 'number') return Number(value.toFixed(3));
  if (key === 'confidences' && Array.isArray(value)) return value.map((c) => Number(c.toFixed(4)));
  return value;
}
