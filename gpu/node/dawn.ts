// WebGPU in Node: Dawn's bindings (npm webgpu), imported only when asked for.

import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { Fault } from '../index';

const CHROMIUM = '/usr/lib/chromium';
const SOFTWARE_DRIVER = `${CHROMIUM}/vk_swiftshader_icd.json`;
const RTLD_NODELETE = 0x1000;

/**
 * This machine's GPU, or else the software one that comes with Chromium.
 * Throws Fault 'no-webgpu' where there is neither.
 */
export async function openDawn(): Promise<GPU> {
  const { create } = await import('webgpu').catch((cause: unknown) => {
    const sentence = "--engine webgpu: Dawn's bindings (npm webgpu) cannot be loaded here.";
    throw new Fault('no-webgpu', sentence, { cause });
  });
  const gpu = create([]);
  if (await gpu.requestAdapter()) return gpu;
  if (existsSync(SOFTWARE_DRIVER)) {
    borrowFromChromium();
    const software = create([]);
    if (await software.requestAdapter()) return software;
  }
  const places = `Vulkan, Metal and Direct3D 12 offer none, nor does ${SOFTWARE_DRIVER}`;
  throw new Fault('no-webgpu', `--engine webgpu: no graphics adapter was found; ${places}.`);
}

/**
 * Let Dawn find Chromium's Vulkan. It opens libvulkan.so.1 by name, which succeeds once a library of
 * that name is in the process: Node complains that this one is no module, but NODELETE keeps it loaded.
 */
function borrowFromChromium(): void {
  process.env.VK_ICD_FILENAMES ??= SOFTWARE_DRIVER;
  try {
    const flags = constants.dlopen.RTLD_NOW | RTLD_NODELETE;
    process.dlopen({ exports: {} }, `${CHROMIUM}/libvulkan.so.1`, flags);
  } catch {}
}
