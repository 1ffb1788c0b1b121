// The graphics processor that the browser offers, and whether it is a real one.

import { Fault } from '../../model/fault';

/** A software adapter computes on the CPU; the CPU engine is faster than that. */
export type Adapter = Readonly<{ adapter: GPUAdapter; name: string; software: boolean }>;

/** The adapter that the browser prefers. Throws Fault 'no-webgpu'. */
export async function findAdapter(gpu: GPU | undefined): Promise<Adapter> {
  if (!gpu) throw new Fault('no-webgpu', 'This browser has no WebGPU.');
  // Old Android phones have an adapter in compatibility mode only; the kernels keep to its limits.
  const adapter =
    (await gpu.requestAdapter()) ?? (await gpu.requestAdapter({ featureLevel: 'compatibility' }));
  if (!adapter) {
    throw new Fault('no-webgpu', 'This browser has WebGPU, but found no GPU that it may use.');
  }
  const { vendor, architecture, description, isFallbackAdapter } = adapter.info;
  const name = description || [vendor, architecture].filter(Boolean).join(' ') || 'GPU';
  const software =
    isFallbackAdapter ||
    /swiftshader|llvmpipe|lavapipe|basic render/i.test(
      [vendor, architecture, description].join(' '),
    );
  return { adapter, name, software };
}
