// The recorded runs are real: the weights in public/model/ write them again, token for token.

import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { loadModel, type Trace } from '@/gpu';
import { PARTS, WARMTH } from './parts';
import { recordedState } from './recorded';
import type { State } from './state';
import { perform } from './worker-tasks';

const AGAIN = 'public/traces is not what the weights write: run `node scripts/record-traces.mjs`';

async function fetchFile(path: string): Promise<ArrayBuffer> {
  return Uint8Array.from(await readFile(`public/model/${path}`)).buffer;
}

/** What of a trace must not differ: everything but measured times and rounded probabilities. */
function essence({ run, steps }: Trace) {
  const rounds = steps.map(({ drafts, checks, accepted, calls, rows }) => {
    return { drafts, checks, accepted, calls, rows };
  });
  return { run, rounds };
}

/** The tales model and a state that has it. */
async function tales() {
  const model = await loadModel('tales', { fetchFile, engine: 'cpu' });
  const own = { config: model.config, status: { kind: 'recorded' } } as const;
  const state: State = { ...recordedState, models: { ...recordedState.models, tales: own } };
  return { shelf: { take: async () => model, report: () => {} }, state };
}

test('the recorded bins are the teacher’s', { timeout: 60_000 }, async () => {
  const { shelf, state } = await tales();
  const task = PARTS['tales-bins'].task(state);
  if (task?.kind !== 'bins') throw new Error('The default choices ask for no bins');
  for await (const answer of perform(task, shelf, async () => true)) {
    if (answer.kind !== 'bins') continue;
    const recorded = recordedState.bins.tales;
    expect(recorded?.run, AGAIN).toEqual(answer.bins.run);
    const edges = (cdfs: readonly Float64Array[] = []) => cdfs.flatMap((cdf) => Array.from(cdf));
    const counted = edges(answer.bins.cdfs);
    expect(edges(recorded?.cdfs), AGAIN).toHaveLength(counted.length);
    for (const [k, edge] of edges(recorded?.cdfs).entries())
      expect(edge).toBeCloseTo(counted[k] ?? -1, 5);
  }
});

test('what runs accepted by temperature is counted again, for one seed', {
  timeout: 60_000,
}, async () => {
  const { shelf, state } = await tales();
  const task = PARTS.temperatures.task(state);
  if (task?.kind !== 'temperatures') throw new Error('The default choices ask for no temperatures');
  const again = [];
  for await (const answer of perform({ ...task, seeds: [1] }, shelf, async () => true)) {
    if (answer.kind === 'accepted')
      again.push({ ...answer.run, bits: Number(answer.run.bits.toFixed(3)) });
  }
  expect(again).toHaveLength(WARMTH.methods.length * WARMTH.temperatures.length);
  expect(recordedState.temperatures?.run, AGAIN).toEqual(task.run);
  expect(recordedState.temperatures?.runs.slice(0, again.length), AGAIN).toEqual(again);
});

describe.each(['names', 'tales'] as const)('the recorded runs of %s', (name) => {
  test('are written again by the weights that are shipped', { timeout: 60_000 }, async () => {
    const model = await loadModel(name, { fetchFile, engine: 'cpu' });
    const { files } = model.manifest;
    if (!files['o-ptp'] || !files.independent) return; // an export under way: nothing to record yet
    const { config } = model;
    const models = { ...recordedState.models, [name]: { config, status: { kind: 'recorded' } } };
    const state: State = { ...recordedState, models };
    const task = PARTS[name].task(state);
    if (task?.kind !== 'runs') throw new Error('The default choices ask for no run');
    const shelf = { take: async () => model, report: () => {} };
    const traces = task.runs.map(({ run }): Trace => ({ run, prompt: [], steps: [], done: true }));
    for await (const answer of perform(task, shelf, async () => true)) {
      const trace = answer.kind === 'step' ? traces[answer.index] : undefined;
      if (trace && answer.kind === 'step') {
        traces[answer.index] = { ...trace, steps: [...trace.steps, answer.step] };
      }
    }
    for (const trace of traces) {
      const recorded = recordedState.traces[name][trace.run.method];
      expect(recorded && essence(recorded), AGAIN).toEqual(essence(trace));
    }
  });
});
