// Finds what the checks need and npm cannot bring: a Chromium, a Python with torch, a Redis.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from './set-up.mjs';

const CHROMIUMS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** On Debian as root: installs packages with apt-get and says so. False anywhere else. */
async function installFromDebian(packages) {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) return false;
  console.log(`Installing with apt-get: ${packages.join(', ')} …`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], env);
  const args = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
  return (await run('apt-get', args, env)) === 0;
}

async function chromiumHere() {
  const { chromium } = await import('@playwright/test');
  const candidates = [process.env.CHROMIUM, ...CHROMIUMS, chromium.executablePath()];
  return candidates.find((path) => path && existsSync(path));
}

/** Installs a redis-server where it can; without one the tests of several classroom nodes are skipped, and say so. */
export async function findRedis() {
  const here = () => spawnSync('redis-server', ['--version']).status === 0;
  if (here() || ((await installFromDebian(['redis-server'])) && here())) return;
  console.log('No redis-server found: classrooms on several nodes will not be tested.');
}

/** Path of a Chromium, or undefined after a sentence about how to get one. */
export async function findChromium() {
  const found = await chromiumHere();
  if (found) return found;
  if (await installFromDebian(['chromium'])) return chromiumHere();
  console.log('No Chromium found. Install Chromium or Google Chrome, or set CHROMIUM to its path.');
  return undefined;
}

function pythonHere() {
  const candidates = [process.env.PYTHON, '/usr/bin/python3', 'python3', 'python'];
  return candidates.find(
    (path) => path && spawnSync(path, ['-c', 'import torch'], { stdio: 'ignore' }).status === 0,
  );
}

/** A Python that can import torch, or undefined after a sentence about how to get one. */
export async function findPython() {
  const found = pythonHere();
  if (found) return found;
  if (await installFromDebian(['python3-torch', 'libopenblas0-pthread'])) return pythonHere();
  console.log(
    'No Python with torch found. Install PyTorch, or set PYTHON to a Python that has it.',
  );
  return undefined;
}

/**
 * Settings with which Dawn's Node bindings find SwiftShader, the Vulkan in software that comes with
 * Chromium; empty where it is not there.
 */
export function swiftShaderSettings(chromium) {
  for (const folder of ['/usr/lib/chromium', chromium && dirname(chromium)]) {
    const driver = folder && join(folder, 'vk_swiftshader_icd.json');
    if (driver && existsSync(driver)) {
      const path = [folder, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
      return { VK_ICD_FILENAMES: driver, LD_LIBRARY_PATH: path };
    }
  }
  return {};
}
