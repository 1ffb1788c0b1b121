import { describe, expect, test } from 'vitest';
import { nullGpu, softwareGpu, tapped } from '../../node/test-gpu';
import { PREFIX, type Row } from '../engine';
import { createWebGpuEngine } from '.';
import { randomConfig, randomNumbers, randomTeacher } from './random-model';

const gpu = softwareGpu();
const config = randomConfig({ channels: 12, layers: 2, heads: 2, hidden: 20, window: 5, vocab: 7 });
const teacher = randomTeacher(config, randomNumbers(3));
const row = (token: number, position: number): Row => ({
  input: { token },
  parent: PREFIX,
  position,
});

describe('without a usable GPU', () => {
  test.each([
    ['a browser without WebGPU', undefined],
    ['no adapter', { requestAdapter: async () => null } as unknown as GPU],
    [
      'an adapter that gives no device',
      {
        requestAdapter: async () => ({
          info: { vendor: 'acme', architecture: '', description: '' },
          requestDevice: async () => {
            throw new Error('busy');
          },
        }),
      } as unknown as GPU,
    ],
  ])('%s is a Fault', async (_, none) => {
    const made = createWebGpuEngine(config, teacher, none);
    await expect(made).rejects.toMatchObject({ name: 'Fault', code: 'no-webgpu' });
  });
});

describe.skipIf(!gpu)('what is not a number', () => {
  test('is a Fault of the device, in a call and in a chain', async () => {
    const broken = new Map(teacher);
    broken.set('final_norm', {
      shape: [config.channels],
      values: new Float32Array(config.channels).fill(Number.NaN),
    });
    const engine = await createWebGpuEngine(config, broken, gpu);
    const fault = { name: 'Fault', code: 'wrong-numbers' };
    await expect(engine.begin().call([row(0, 0)])).rejects.toMatchObject(fault);
    await expect(engine.begin().chain?.(0, [0.5, 0.5], 1)).rejects.toMatchObject(fault);
    engine.destroy();
  });
});

describe('rows that cannot be', () => {
  test.each<[string, Row[]]>([
    ['no rows', []],
    ['257 rows', Array.from({ length: 257 }, (_, i) => row(0, i))],
    ['a parent that comes later', [{ ...row(0, 0), parent: 0 }]],
    ['an unknown token', [row(7, 0)]],
    ['a position past the tables', [row(0, 4096)]],
    [
      'an auxiliary row without a student',
      [{ input: { u: 0.5, after: 0 }, parent: PREFIX, position: 0 }],
    ],
  ])('%s', async (_, rows) => {
    const engine = await createWebGpuEngine(config, teacher, nullGpu());
    await expect(engine.begin().call(rows)).rejects.toThrow(/row/i);
    engine.destroy();
  });

  test('only a chain that continues the text is committed', async () => {
    const engine = await createWebGpuEngine(config, teacher, nullGpu());
    const context = engine.begin();
    await context.call([row(1, 0), row(2, 0)]);
    expect(() => context.commit([0, 1])).toThrow(/does not continue/);
    engine.destroy();
  });
});

describe.skipIf(!gpu)('a device that goes away', () => {
  test('rejects what is pending and what comes later, and a new engine goes on', async () => {
    const { gpu: source, devices } = tapped(gpu);
    const first = await createWebGpuEngine(config, teacher, source);
    const context = first.begin();
    const before = await context.call([row(1, 0)]);
    context.commit([0]);
    const pending = context.call([row(2, 1)]);
    devices[0]?.destroy();
    await expect(pending).rejects.toMatchObject({ name: 'Fault', code: 'device-lost' });
    await expect(context.call([row(2, 1)])).rejects.toMatchObject({ code: 'device-lost' });
    await expect(first.load('o-ptp', teacher)).rejects.toMatchObject({ code: 'device-lost' });
    await expect(first.begin().call([row(1, 0)])).rejects.toMatchObject({ code: 'device-lost' });

    const second = await createWebGpuEngine(config, teacher, source);
    const again = await second.begin().call([row(1, 0)]);
    expect(again.values).toEqual(before.values);
    second.destroy();
  });

  test('a destroyed engine rejects calls in the same words', async () => {
    const engine = await createWebGpuEngine(config, teacher, gpu);
    const context = engine.begin();
    const pending = context.call([row(1, 0)]);
    engine.destroy();
    await expect(pending).rejects.toMatchObject({ code: 'device-lost' });
    await expect(context.call([row(1, 0)])).rejects.toMatchObject({ code: 'device-lost' });
  });

  test('an error that nobody waits for is thrown by the next call', async () => {
    const { gpu: source, devices } = tapped(gpu);
    const engine = await createWebGpuEngine(config, teacher, source);
    const context = engine.begin();
    devices[0]?.createBuffer({ size: 4, usage: 0 });
    await expect(context.call([row(1, 0)])).rejects.toThrow(/usage/i);
    engine.destroy();
  });

  test('a context freed during a call says so', async () => {
    const engine = await createWebGpuEngine(config, teacher, gpu);
    const context = engine.begin();
    const pending = context.call([row(1, 0)]);
    context.free();
    await expect(pending).rejects.toThrow(/freed/);
    await engine.begin().call([row(1, 0)]);
    engine.destroy();
  });
});
