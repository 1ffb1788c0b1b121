// WebGPU in Node: Dawn's bindings (npm webgpu), imported only when asked for.

import { Fault } from '../index';
import { borrowFromChromium, SOFTWARE_DRIVER } from './vulkan';

/**
 * This machine's GPU, or else the software one that comes with Chromium.
 * Throws Fault 'no-webgpu' where there is neither.
 */
export async function openDawn(): Promise<GPU> {
  const { create } = await import('webgpu').catch((cause: unknown) => {
    const sentence = "Dawn's bindings (npm webgpu) cannot be loaded here.";
    throw new Fault('no-webgpu', sentence, { cause });
  });
  const gpu = create([]);
  if (await gpu.requestAdapter()) return gpu;
  if (borrowFromChromium()) {
    const software = create([]);
    if (await software.requestAdapter()) return software;
  }
  const places = `Vulkan, Metal and Direct3D 12 offer none, nor does ${SOFTWARE_DRIVER}`;
  throw new Fault('no-webgpu', `No graphics adapter was found; ${places}.`);
}
