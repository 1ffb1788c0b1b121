import { describe, expect, test } from 'vitest';
import { softwareGpu } from '../../node/test-gpu';
import { createWebGpuEngine } from '.';
import { Device } from './device';
import { randomConfig, randomNumbers, randomTeacher } from './random-model';
import { fasterFamily, runTrial } from './trial';

const gpu = softwareGpu();
const config = randomConfig({ channels: 12, layers: 1, heads: 2, hidden: 20, window: 5, vocab: 7 });
const teacher = randomTeacher(config, randomNumbers(3));

/** SwiftShader under another name, which does not say that it is a program on the CPU. */
async function openAs(name: string): Promise<Device> {
  const device = await Device.open(gpu);
  Object.defineProperty(device, 'name', { value: name });
  Object.defineProperty(device, 'software', { value: false });
  return device;
}

describe.skipIf(!gpu)('the trial on a software adapter', () => {
  test('finds the barrier-free kernels faster', async () => {
    const device = await Device.open(gpu);
    const { tiled, 'barrier-free': barrierFree } = await runTrial(device);
    expect(barrierFree).toBeLessThan(tiled);
    device.destroy();
  });

  test('need not be asked: the engine takes the barrier-free kernels', async () => {
    const engine = await createWebGpuEngine(config, teacher, gpu);
    expect(engine.family).toBe('barrier-free');
    expect(engine.device).toMatch(/, barrier-free kernels$/);
    engine.destroy();
  });

  test('chooses once for all engines on a device', async () => {
    const [first, second] = [await openAs('a GPU'), await openAs('a GPU')];
    expect(await fasterFamily(first)).toBe('barrier-free');
    let asked = false;
    Object.defineProperty(second, 'create', { value: () => (asked = true) });
    expect(await fasterFamily(second)).toBe('barrier-free');
    expect(asked).toBe(false);
    for (const made of [first, second]) made.destroy();
  });

  test('is not asked where a family is named', async () => {
    const engine = await createWebGpuEngine(config, teacher, gpu, 'tiled');
    expect(engine.family).toBe('tiled');
    expect(engine.device).toMatch(/, tiled kernels$/);
    engine.destroy();
  });

  test('chooses nothing on a device that goes away, and is asked again', async () => {
    const lost = await openAs('a GPU that goes away');
    const choice = fasterFamily(lost);
    lost.destroy();
    await expect(choice).rejects.toMatchObject({ name: 'Fault' });
    const back = await openAs('a GPU that goes away');
    expect(await fasterFamily(back)).toBe('barrier-free');
    back.destroy();
  });
});
