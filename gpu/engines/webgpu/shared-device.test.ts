// How many devices are asked for, and when they are freed.

import { describe, expect, test } from 'vitest';
import { softwareGpu, tapped } from '../../node/test-gpu';
import { type Engine, PREFIX } from '../engine';
import { createWebGpuEngine } from '.';
import { randomConfig, randomNumbers, randomTeacher } from './random-model';

const source = softwareGpu();
const config = randomConfig({ channels: 12, layers: 2, heads: 2, hidden: 20, window: 5, vocab: 7 });
const teacher = randomTeacher(config, randomNumbers(3));
const rows = [{ input: { token: 1 }, parent: PREFIX, position: 0 }];
const scores = async (engine: Engine) => (await engine.begin().call(rows)).values;
const lost = { name: 'Fault', code: 'device-lost' };

describe.skipIf(!source)('engines of one page', () => {
  test('share one device, which goes with the last of them', async () => {
    const { gpu, devices } = tapped(source);
    const create = () => createWebGpuEngine(config, teacher, gpu);
    const [first, second] = await Promise.all([create(), create()]);
    expect(devices).toHaveLength(1);
    const before = await scores(second);
    expect(await scores(first)).toEqual(before);
    first.destroy();
    first.destroy();
    await expect(scores(first)).rejects.toMatchObject(lost);
    expect(await scores(second)).toEqual(before);
    second.destroy();
    expect((await devices[0]?.lost)?.reason).toBe('destroyed');
    const third = await createWebGpuEngine(config, teacher, gpu);
    expect(devices).toHaveLength(2);
    expect(await scores(third)).toEqual(before);
    third.destroy();
  });

  test('ask for one new device together when theirs is lost', async () => {
    const { gpu, devices } = tapped(source);
    const create = () => createWebGpuEngine(config, teacher, gpu);
    const old = await Promise.all([create(), create()]);
    const before = await scores(old[0]);
    devices[0]?.destroy();
    // As a model does: the lost engine goes when its loss is noticed, each in its own time.
    const replaced = old.map(async (engine) => {
      await expect(scores(engine)).rejects.toMatchObject(lost);
      engine.destroy();
      return create();
    });
    const fresh = await Promise.all(replaced);
    expect(devices).toHaveLength(2);
    for (const engine of fresh) expect(await scores(engine)).toEqual(before);
    for (const engine of fresh) engine.destroy();
  });

  test('an engine that is gone leaves no buffer behind', async () => {
    const { gpu, devices } = tapped(source);
    const stays = await createWebGpuEngine(config, teacher, gpu);
    const [device] = devices;
    if (!device) throw new Error('No device');
    const alive = new Set<GPUBuffer>();
    const { createBuffer } = device;
    device.createBuffer = function (this: GPUDevice, descriptor) {
      const buffer = createBuffer.call(this, descriptor);
      const { destroy } = buffer;
      buffer.destroy = function (this: GPUBuffer) {
        alive.delete(buffer);
        return destroy.call(this);
      };
      alive.add(buffer);
      return buffer;
    };
    const goes = await createWebGpuEngine(config, teacher, gpu);
    await scores(goes);
    expect(alive.size).toBeGreaterThan(10);
    goes.destroy();
    expect(alive.size).toBe(0);
    stays.destroy();
  });
});
