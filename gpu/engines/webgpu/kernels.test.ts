// Dawn's null backend type-checks WGSL and pipelines in milliseconds and runs nothing.

import { expect, test } from 'vitest';
import { nullGpu } from '../../node/test-gpu';
import { Device } from './device';
import { kernels } from './kernels';
import { createPipelines } from './pipelines';
import { randomConfig } from './random-model';
import { sizesOf } from './sizes';

const config = randomConfig({ channels: 12, layers: 2, heads: 2, hidden: 20, window: 5, vocab: 7 });

test('every kernel compiles for the sizes of a model, in at most 12 pipelines', async () => {
  const device = await Device.open(nullGpu());
  const pipelines = await createPipelines(device, config, sizesOf(config));
  expect(Object.keys(pipelines).length).toBeLessThanOrEqual(12);
  device.destroy();
});

test.each(Object.entries(kernels))('%s keeps to the limits of compatibility mode', (_, code) => {
  expect(code.match(/var<storage/g)?.length ?? 0).toBeLessThanOrEqual(4);
  expect(code).not.toMatch(/enable f16|workgroupBarrier/);
});

test('a kernel that does not compile is a Fault, and does not pass in silence', async () => {
  const device = await Device.open(nullGpu());
  const broken = device.create('a broken kernel', async () => {
    const module = device.gpu.createShaderModule({ code: 'fn main() { let x: u32 = 1.5; }' });
    await device.gpu.createComputePipelineAsync({ layout: 'auto', compute: { module } });
  });
  await expect(broken).rejects.toMatchObject({ code: 'no-webgpu' });
  device.destroy();
});
