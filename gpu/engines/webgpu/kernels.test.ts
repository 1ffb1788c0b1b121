// Dawn's null backend type-checks WGSL and pipelines in milliseconds and runs nothing.

import { describe, expect, test } from 'vitest';
import { nullGpu } from '../../node/test-gpu';
import { Device } from './device';
import { families, type KernelFamily } from './kernels';
import { createPipelines } from './pipelines';
import { randomConfig } from './random-model';
import { sizesOf } from './sizes';

const config = randomConfig({ channels: 12, layers: 2, heads: 2, hidden: 20, window: 5, vocab: 7 });

/** An adapter in compatibility mode, what old Android phones have; and what is asked of it. */
function compatibilityGpu(): { gpu: GPU; asked: (GPUDeviceDescriptor | undefined)[] } {
  const source = nullGpu();
  const asked: (GPUDeviceDescriptor | undefined)[] = [];
  const requestAdapter = async () => {
    const adapter = await source.requestAdapter({ featureLevel: 'compatibility' });
    if (!adapter) return null;
    const requestDevice = (descriptor?: GPUDeviceDescriptor) => {
      asked.push(descriptor);
      return adapter.requestDevice(descriptor);
    };
    return { info: adapter.info, requestDevice };
  };
  return { gpu: { requestAdapter } as unknown as GPU, asked };
}

describe.each(Object.keys(families) as KernelFamily[])('%s kernels', (family) => {
  test('compile in compatibility mode, in at most 12 pipelines, with no limit or feature asked for', async () => {
    const { gpu, asked } = compatibilityGpu();
    const device = await Device.open(gpu);
    expect(device.gpu.features.has('core-features-and-limits')).toBe(false);
    expect(device.gpu.limits.maxComputeInvocationsPerWorkgroup).toBe(128);
    const pipelines = await createPipelines(device, config, sizesOf(config), family);
    expect(Object.keys(pipelines).length).toBeLessThanOrEqual(12);
    expect(asked).toEqual([{ label: expect.any(String) }]);
    device.destroy();
  });

  test.each(Object.entries(families[family].kernels))(
    '%s: four storage buffers at most, f32',
    (_, code) => {
      expect(code.match(/var<storage/g)?.length ?? 0).toBeLessThanOrEqual(4);
      // Sums are f32: no half type, neither by the feature nor by its literals.
      expect(code).not.toMatch(/\bf16\b|enable|requires|\d+h\b/);
      expect(code.includes('workgroupBarrier')).toBe(
        family === 'tiled' && /var<workgroup>/.test(code),
      );
    },
  );

  test('have workgroups of at most 128 invocations', () => {
    const sizes = Object.values(families[family].kernels).map(
      (code) => code.match(/@workgroup_size\((.*)\)/)?.[1],
    );
    const { workgroup } = families[family];
    const known = { '1': 1, WORKGROUP: workgroup, '8, SLICES': 8 * Math.floor(workgroup / 8) };
    for (const size of sizes) expect(Object.keys(known)).toContain(size);
    expect(Math.max(...Object.values(known))).toBeLessThanOrEqual(128);
  });
});

test('a family differs from the other in its sums alone: same bindings, same constants', () => {
  const declarations = (code: string) =>
    code.match(/^(@group.*|override \w+: .*?;|struct Call {[^}]*})/gm);
  const [plain, tiled] = [families['barrier-free'].kernels, families.tiled.kernels];
  for (const name of Object.keys(plain) as (keyof typeof plain)[]) {
    expect(declarations(tiled[name]), name).toEqual(declarations(plain[name]));
  }
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
