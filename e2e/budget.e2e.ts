// What a reader downloads before the first interaction: JavaScript as the HTML asks for it, compressed.

import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from './page';

/** In all, and what of it is not React or Next: our code, D3, the recorded runs. The aim is 220 and 70. */
const CHAPTER = { all: 220, ours: 90 };
/** Pages of four panels, the largest among them. */
const FOUR = { all: 230, ours: 98 };

/** Chunks of React and Next, which every page has. */
const { rootMainFiles } = JSON.parse(readFileSync('.next/build-manifest.json', 'utf8')) as {
  rootMainFiles: string[];
};

const PAGES = {
  '/': FOUR,
  '/de': FOUR,
  '/en/one-at-a-time': CHAPTER,
  '/en/more-heads': CHAPTER,
  '/en/kept-exact': CHAPTER,
  '/en/what-it-costs': FOUR,
};

for (const [path, most] of Object.entries(PAGES)) {
  test(`the JavaScript of ${path} stays within its budget`, async ({ request }) => {
    const html = await (await request.get(path)).text();
    // Scripts for browsers without modules are not loaded by those that can run this page.
    const old = new Set(
      Array.from(html.matchAll(/<script[^>]*noModule[^>]*>/gi), ([tag]) => srcOf(tag)),
    );
    const paths = new Set(
      Array.from(html.matchAll(/\/_next\/static\/chunks\/[^"'\\ ]+\.js/g), ([found]) => found),
    );
    let all = 0;
    let ours = 0;
    for (const script of paths) {
      if (old.has(script)) continue;
      const bytes = gzipSync(await (await request.get(script)).body()).length;
      all += bytes;
      if (!rootMainFiles.some((file) => script.endsWith(file))) ours += bytes;
    }
    expect(all).toBeGreaterThan(0);
    expect(all / 1000, 'kB of JavaScript in all').toBeLessThanOrEqual(most.all);
    expect(ours / 1000, 'kB of it ours').toBeLessThanOrEqual(most.ours);
  });
}

function srcOf(tag: string): string {
  return /src="([^"]+)"/.exec(tag)?.[1] ?? '';
}
