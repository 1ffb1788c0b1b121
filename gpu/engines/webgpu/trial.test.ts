import { describe, expect, test } from 'vitest';
import { softwareGpu } from '../../node/test-gpu';
import { createWebGpuEngine } from '.';
import { Device } from './device';
import { randomConfig, randomNumbers, randomTeacher } from './random-model';
import { fasterFamily, runTrial } from './trial';

const gpu = softwareGpu();
const config = randomConfig({ channels: 12, layers: 1, heads: 2, hidden: 20, window: 5, vocab: 7 });
const teacher = randomTeacher(config, randomNumbers(3));

describe.skipIf(!gpu)('the trial on a software adapter', () => {
  test('finds the barrier-free kernels faster', async () => {
    const device = await Device.open(gpu);
    const { tiled, 'barrier-free': barrierFree } = await runTrial(device);
    expect(barrierFree).toBeLessThan(tiled);
    device.destroy();
  });

  test('chooses once for all engines on a device', async () => {
    const [first, second] = [await Device.open(gpu), await Device.open(gpu)];
    const choice = fasterFamily(first);
    expect(fasterFamily(second)).toBe(choice);
    expect(await choice).toBe('barrier-free');
    const engine = await createWebGpuEngine(config, teacher, gpu);
    expect(engine.family).toBe('barrier-free');
    expect(engine.device).toMatch(/, barrier-free kernels$/);
    for (const made of [first, second, engine]) made.destroy();
  });

  test('is not asked where a family is named', async () => {
    const engine = await createWebGpuEngine(config, teacher, gpu, 'tiled');
    expect(engine.family).toBe('tiled');
    expect(engine.device).toMatch(/, tiled kernels$/);
    engine.destroy();
  });

  test('chooses nothing on a device that goes away, and is asked again', async () => {
    const lost = await Device.open(gpu);
    Object.defineProperty(lost, 'name', { value: 'a GPU that goes away' });
    const choice = fasterFamily(lost);
    lost.destroy();
    await expect(choice).rejects.toMatchObject({ name: 'Fault' });
    const back = await Device.open(gpu);
    Object.defineProperty(back, 'name', { value: 'a GPU that goes away' });
    expect(await fasterFamily(back)).toBe('barrier-free');
    back.destroy();
  });
});
