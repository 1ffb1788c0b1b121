// A GPU that goes away in the middle of a run, and one that is not there at all.

import { expect, test } from 'vitest';
import { decode } from '../decoding/decode';
import { defaultRun, METHOD_NAMES, type RunSpec } from '../decoding/run-spec';
import { textOf } from '../decoding/trace';
import type { EngineKind } from '../engines/create';
import { softwareGpu } from '../node/test-gpu';
import { filesInPublic } from '../testing/tiny-model';
import { loadModel, Model } from './load';
import { parseGoldens, parseManifest } from './manifest';
import { parseSafetensors } from './safetensors';

const gpu = softwareGpu();

/** A model that prefers even a software GPU, which `loadModel` would not. */
async function preferringGpu(kinds: readonly EngineKind[] = ['webgpu', 'cpu']): Promise<Model> {
  const file = (name: string) => filesInPublic(`names/${name}`);
  const files = {
    manifest: parseManifest('manifest.json', await file('manifest.json')),
    goldens: parseGoldens('goldens.json', await file('goldens.json')),
    teacher: parseSafetensors('teacher.safetensors', await file('teacher.safetensors')),
  };
  const model = new Model(files, kinds, { fetchFile: filesInPublic, gpu });
  await model.fallBack();
  return model;
}

test.skipIf(!gpu)('a run goes on to the same text when the GPU is lost', async () => {
  const cpu = await loadModel('names', { fetchFile: filesInPublic, engine: 'cpu' });
  for (const method of METHOD_NAMES) {
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
    // A chain may have written everything by then.
    const goneOn = found.length > 1;
    expect(goneOn || method === 'chained').toBe(true);
    expect(model.engine.kind).toBe(goneOn ? 'cpu' : 'webgpu');
    expect(model.notes).toHaveLength(goneOn ? 1 : 0);
  }
});

test.skipIf(!gpu)('a GPU that was lost is asked for once more, then the CPU goes on', async () => {
  const cpu = await loadModel('names', { fetchFile: filesInPublic, engine: 'cpu' });
  const run: RunSpec = { ...defaultRun('names'), method: 'ar', seed: 7 };
  const expected = [];
  for await (const step of decode(cpu, run)) expected.push(step);
  const model = await preferringGpu(['webgpu', 'webgpu', 'cpu']);
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
});

test.skipIf(!gpu)('without another engine the loss is told', async () => {
  const options = { fetchFile: filesInPublic, engine: 'webgpu', gpu } as const;
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
