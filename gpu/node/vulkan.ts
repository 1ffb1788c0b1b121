// The software GPU that comes with Debian's Chromium, for machines without another one.

import { existsSync } from 'node:fs';
import { constants } from 'node:os';

const CHROMIUM = '/usr/lib/chromium';
const RTLD_NODELETE = 0x1000;

/** Tells Vulkan where SwiftShader is. */
export const SOFTWARE_DRIVER = `${CHROMIUM}/vk_swiftshader_icd.json`;

/**
 * Let Dawn find Chromium's Vulkan; false where Chromium is not installed. Dawn opens libvulkan.so.1 by
 * name. Where the system has none, Chromium's own serves once it is in the process: Node complains that
 * it is no module, but NODELETE keeps it loaded.
 */
export function borrowFromChromium(): boolean {
  if (!existsSync(SOFTWARE_DRIVER)) return false;
  process.env.VK_ICD_FILENAMES ??= SOFTWARE_DRIVER;
  try {
    const flags = constants.dlopen.RTLD_NOW | RTLD_NODELETE;
    process.dlopen({ exports: {} }, `${CHROMIUM}/libvulkan.so.1`, flags);
  } catch {}
  return true;
}
