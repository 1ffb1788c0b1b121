// Journeys in a real browser, against a production build that must exist (`npm run build`), some of them against
// exports as well (`npm run export`).
// The old headless shell has no WebGPU; the full Chromium in its new headless mode runs it on
// SwiftShader, slowly but the same everywhere.

import { existsSync } from 'node:fs';
import { defineConfig, devices } from '@playwright/test';

const port = Number(process.env.PORT ?? 3210);
/** Exports that are looked at as well, by the addresses that they were made for: folder=address,… */
const exports = (process.env.EXPORTS ?? '')
  .split(',')
  .filter(Boolean)
  .map((named) => named.split('=') as [folder: string, address: string]);
const chromium =
  process.env.CHROMIUM ??
  ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path));

const args = [
  '--headless=new',
  '--no-sandbox',
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const EXPORT = '**/export.e2e.ts';
const desktop = { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } };

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-results',
  // Two cores, and one of them renders: more workers only wait for each other.
  workers: 1,
  timeout: 90_000,
  // A busy machine may miss a deadline; what fails twice is wrong. The list names what needed a second try.
  retries: 1,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: {
    // A service worker's requests pass by the routes of a test; e2e/offline.e2e.ts allows it.
    serviceWorkers: 'block',
    baseURL: `http://localhost:${port}`,
    trace: 'retain-on-failure',
    launchOptions: { args, ...(chromium ? { executablePath: chromium } : {}) },
  },
  projects: [
    { name: 'desktop', testIgnore: EXPORT, use: desktop },
    {
      name: 'phone',
      testIgnore: EXPORT,
      use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 } },
    },
    ...exports.map(([folder, baseURL]) => ({
      name: folder,
      grep: /@files/,
      // A site with a host of its own is what the other journeys know.
      ...(new URL(baseURL).pathname === '/' && { testMatch: EXPORT }),
      use: { ...desktop, baseURL },
    })),
  ],
  webServer: [
    {
      command: `node node_modules/next/dist/bin/next start -p ${port}`,
      url: `http://localhost:${port}`,
      reuseExistingServer: !process.env.CI && process.env.PORT === undefined,
      timeout: 60_000,
    },
    ...exports.map(([folder, address]) => ({
      command: `node scripts/serve-files.mjs ${folder}`,
      env: { SITE_URL: address, PORT: new URL(address).port },
      url: `${address}/`,
    })),
  ],
});
