// What a reader downloads before the first interaction: the scripts that a browser asks for, compressed.

import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from './page';

/** kB of JavaScript in all, and what of it is neither React nor Next: our code, D3, the recorded runs. */
const MOST = { all: 220, ours: 70 };

/** Chunks of React and Next, which every page has. */
const { rootMainFiles } = JSON.parse(readFileSync('.next/build-manifest.json', 'utf8')) as {
  rootMainFiles: string[];
};

const PAGES = [
  ...['/', '/de', '/en/history', '/en/glossary', '/check', '/de/check', '/embed', '/classroom'],
  ...['/en/one-at-a-time', '/en/sampling-is-a-lookup', '/en/looking-ahead', '/en/more-heads'],
  ...['/en/guess-and-check', '/en/chains', '/en/randomness-first', '/en/teaching-the-student'],
  ...['/en/kept-exact', '/en/what-it-costs', '/en/what-you-may-have-read'],
];

for (const path of PAGES) {
  test(`the JavaScript of ${path} stays within its budget`, async ({ page }) => {
    const scripts: Promise<{ kB: number; ours: boolean }>[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() !== 'script') return;
      const ours = !rootMainFiles.some((file) => response.url().endsWith(file));
      const size = (body: Buffer) => ({ kB: gzipSync(body).length / 1000, ours });
      scripts.push(response.body().then(size));
    });
    await page.goto(path, { waitUntil: 'networkidle' });
    const loaded = await Promise.all(scripts);
    const sum = (of: typeof loaded) => of.reduce((total, { kB }) => total + kB, 0);
    const ours = loaded.filter((script) => script.ours);
    expect(ours.length).toBeGreaterThan(0);
    expect(sum(loaded), 'kB of JavaScript in all').toBeLessThanOrEqual(MOST.all);
    expect(sum(ours), 'kB of it ours').toBeLessThanOrEqual(MOST.ours);
  });
}
