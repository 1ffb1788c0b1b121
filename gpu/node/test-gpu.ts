// WebGPU in Node, for tests: Dawn's bindings on the software adapter that comes with Chromium.

import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { create } from 'webgpu';

const CHROMIUM = '/usr/lib/chromium';
const ICD = `${CHROMIUM}/vk_swiftshader_icd.json`;
const RTLD_NODELETE = 0x1000;

/** Bindings that are collected while one of their devices is alive take the process with them. */
const alive: GPU[] = [];

/** Validates WGSL and pipelines, computes nothing. */
export function nullGpu(): GPU {
  return keep(create(['backend=null']));
}

/** SwiftShader, or undefined (and a line on the console) where Chromium is not installed. */
export function softwareGpu(): GPU | undefined {
  if (!existsSync(ICD)) {
    console.warn(`SKIPPED: kernels were not run, since ${ICD} is missing. Install Chromium.`);
    return undefined;
  }
  process.env.VK_ICD_FILENAMES = ICD;
  loadVulkan();
  return keep(create([]));
}

function keep(gpu: GPU): GPU {
  alive.push(gpu);
  return gpu;
}

/**
 * Dawn opens libvulkan.so.1 by name. Where the system has none, Chromium's own serves once it is in
 * the process: Node complains that it is no module, but NODELETE keeps it loaded.
 */
function loadVulkan(): void {
  try {
    const flags = constants.dlopen.RTLD_NOW | RTLD_NODELETE;
    process.dlopen({ exports: {} }, `${CHROMIUM}/libvulkan.so.1`, flags);
  } catch {}
}
