// What a reader downloads before the first interaction: JavaScript as the HTML asks for it, compressed.

import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from './page';

const ALL_KB = 220;
/** What is not React or Next: our code, D3, the recorded runs. The aim is 70; a page still gets every panel. */
const OURS_KB = 90;

/** Chunks of React and Next, which every page has. */
const { rootMainFiles } = JSON.parse(readFileSync('.next/build-manifest.json', 'utf8')) as {
  rootMainFiles: string[];
};

for (const path of ['/', '/en/one-at-a-time', '/en/more-heads', '/en/kept-exact']) {
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
    expect(all / 1000, 'kB of JavaScript in all').toBeLessThanOrEqual(ALL_KB);
    expect(ours / 1000, 'kB of it ours').toBeLessThanOrEqual(OURS_KB);
  });
}

function srcOf(tag: string): string {
  return /src="([^"]+)"/.exec(tag)?.[1] ?? '';
}
