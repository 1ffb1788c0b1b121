// WebGPU for tests: Dawn's bindings in Node.

import { create } from 'webgpu';
import { borrowFromChromium, SOFTWARE_DRIVER } from './vulkan';

/** Bindings that are collected while one of their devices is alive take the process with them. */
const alive: GPU[] = [];

/** Validates WGSL and pipelines, computes nothing. */
export function nullGpu(): GPU {
  return keep(create(['backend=null']));
}

/** SwiftShader, or undefined (and a line on the console) where Chromium is not installed. */
export function softwareGpu(): GPU | undefined {
  if (borrowFromChromium()) return keep(create([]));
  console.warn(
    `SKIPPED: kernels were not run, since ${SOFTWARE_DRIVER} is missing. Install Chromium.`,
  );
  return undefined;
}

/** The same GPU, which also hands out the devices that were asked of it. */
export function tapped(source: GPU | undefined): { gpu: GPU; devices: GPUDevice[] } {
  const devices: GPUDevice[] = [];
  const requestAdapter = async () => {
    const adapter = await source?.requestAdapter();
    if (!adapter) return null;
    const requestDevice = async () => {
      const device = await adapter.requestDevice();
      devices.push(device);
      return device;
    };
    return { info: adapter.info, requestDevice };
  };
  return { gpu: { requestAdapter } as unknown as GPU, devices };
}

function keep(gpu: GPU): GPU {
  alive.push(gpu);
  return gpu;
}
