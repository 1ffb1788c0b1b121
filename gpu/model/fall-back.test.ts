// A GPU that goes away in the middle of a run, and one that is not there at all.

import { expect, test } from 'vitest';
import { decode } from '../decoding/decode';
import { EXACT_METHODS } from '../decoding/registry';
import { defaultRun, type RunSpec } from '../decoding/run-spec';
import { type StepTrace, textOf } from '../decoding/trace';
import type { EngineKind } from '../engines/create';
import { softwareGpu, tapped } from '../node/test-gpu';
import { filesInPublic } from '../testing/tiny-model';
import type { ModelName } from './config';
import { loadModel, Model } from './load';
import { parseGoldens, parseManifest } from './manifest';
import { parseSafetensors } from './safetensors';

const software = softwareGpu();

/** What `loadModel` tries where there is a GPU. */
const KINDS = ['webgpu', 'webgpu', 'cpu'] as const;

/** A model that prefers even a software GPU, which `loadModel` would not. */
async function preferringGpu(
  kinds: readonly EngineKind[] = ['webgpu', 'cpu'],
  { gpu, name }: { gpu: GPU | undefined; name: ModelName } = { gpu: software, name: 'names' },
): Promise<Model> {
  const file = (part: string) => filesInPublic(`${name}/${part}`);
  const teacher = parseSafetensors('teacher.safetensors', await file('teacher.safetensors'));
  const files = {
    manifest: parseManifest('manifest.json', await file('manifest.json')),
    goldens: parseGoldens('goldens.json', await file('goldens.json')),
    teacher: Promise.resolve(teacher),
  };
  const model = new Model(files, kinds, { fetchFile: filesInPublic, gpu });
  await model.fallBack();
  return model;
}

test.skipIf(!software)('a run goes on to the same text when the GPU is lost', async () => {
  const cpu = await loadModel('names', { fetchFile: filesInPublic, engine: 'cpu' });
  for (const method of EXACT_METHODS) {
    const run: RunSpec = { ...defaultRun('names'), method, seed: 7 };
    const expected = [];
    for await (const step of decode(cpu, { ...run, method: 'ar' })) expected.push(step);
    const model = await preferringGpu();
    const found = [];
    for await (const step of decode(model, run)) {
      found.push(step);
      if (found.length === 1) {
        expect(model.engine.kind).toBe('webgpu');
        model.engine.destroy();
      }
    }
    expect(textOf(found)).toEqual(textOf(expected));
    // The first round may have written everything.
    const goneOn = (found[0]?.accepted ?? 0) < textOf(expected).length;
    expect(found.length > 1).toBe(goneOn);
    expect(model.engine.kind).toBe(goneOn ? 'cpu' : 'webgpu');
    expect(model.notes).toHaveLength(goneOn ? 1 : 0);
  }
});

test.skipIf(!software)(
  'a GPU that was lost is asked for once more, then the CPU goes on',
  async () => {
    const cpu = await loadModel('names', { fetchFile: filesInPublic, engine: 'cpu' });
    const run: RunSpec = { ...defaultRun('names'), method: 'ar', seed: 7 };
    const expected = [];
    for await (const step of decode(cpu, run)) expected.push(step);
    const model = await preferringGpu(KINDS);
    const kinds = [];
    const found = [];
    for await (const step of decode(model, run)) {
      kinds.push(model.engine.kind);
      found.push(step);
      if (kinds.length <= 2) model.engine.destroy();
    }
    expect(kinds.slice(0, 4)).toEqual(['webgpu', 'webgpu', 'cpu', 'cpu']);
    expect(textOf(found)).toEqual(textOf(expected));
    expect(model.notes).toHaveLength(2);
  },
);

test.skipIf(!software)('two models share a device, lose it twice, and write on', async () => {
  const { gpu, devices } = tapped(software);
  const runs: Record<ModelName, RunSpec> = {
    names: { ...defaultRun('names'), method: 'ar', seed: 7 },
    tales: { ...defaultRun('tales'), method: 'ar', seed: 7, tokens: 8 },
  };
  const all = await Promise.all(
    (['names', 'tales'] as const).map(async (name) => {
      const cpu = await loadModel(name, { fetchFile: filesInPublic, engine: 'cpu' });
      const expected = [];
      for await (const step of decode(cpu, runs[name])) expected.push(step);
      const model = await preferringGpu(KINDS, { gpu, name });
      const found: StepTrace[] = [];
      return { model, steps: decode(model, runs[name]), found, expected };
    }),
  );
  const kinds = () => all.map(({ model }) => model.engine.kind);
  const step = () =>
    Promise.all(
      all.map(async ({ steps, found }) => {
        const { value } = await steps.next();
        if (value) found.push(value);
      }),
    );
  await step();
  expect(kinds()).toEqual(['webgpu', 'webgpu']);
  devices[0]?.destroy();
  await step();
  expect(kinds()).toEqual(['webgpu', 'webgpu']);
  expect(devices).toHaveLength(2);
  devices[1]?.destroy();
  for (let more = 0; more < 20; more++) await step();
  expect(kinds()).toEqual(['cpu', 'cpu']);
  expect(devices).toHaveLength(2);
  for (const { found, expected } of all) expect(textOf(found)).toEqual(textOf(expected));
});

test.skipIf(!software)('two runs of one model that lose its GPU replace it once', async () => {
  const { gpu, devices } = tapped(software);
  const model = await preferringGpu(KINDS, { gpu, name: 'names' });
  const runs = [7, 8].map((seed) => ({ ...defaultRun('names'), method: 'ar' as const, seed }));
  const steps = runs.map((run) => decode(model, run));
  await Promise.all(steps.map((run) => run.next()));
  devices[0]?.destroy();
  // The second run notices the loss when the first has long gone on.
  for (const run of steps) await run.next();
  expect(model.engine.kind).toBe('webgpu');
  expect(model.notes).toHaveLength(1);
  expect(devices).toHaveLength(2);
  model.destroy();
});

test.skipIf(!software)('without another engine the loss is told', async () => {
  const options = { fetchFile: filesInPublic, engine: 'webgpu', gpu: software } as const;
  const model = await loadModel('names', options);
  const steps = decode(model, { ...defaultRun('names'), method: 'ar', seed: 7 });
  await steps.next();
  model.engine.destroy();
  await expect(steps.next()).rejects.toMatchObject({ name: 'Fault', code: 'device-lost' });
});

test('without WebGPU the CPU runs, unless WebGPU was asked for', async () => {
  const model = await loadModel('names', { fetchFile: filesInPublic });
  expect(model.engine.kind).toBe('cpu');
  expect(model.notes).toEqual([]);
  const asked = loadModel('names', { fetchFile: filesInPublic, engine: 'webgpu' });
  await expect(asked).rejects.toMatchObject({ name: 'Fault', code: 'no-webgpu' });
});
