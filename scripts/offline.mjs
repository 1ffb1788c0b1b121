// The service worker of a site that is built: a list of what to keep for reading without a network, and the script
// that does it (components/offline/worker.ts, with Workbox). Models are not in the list: nothing of a model is
// fetched before it is wanted.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { build } from 'esbuild';
import { root } from './set-up.mjs';

/** Files by their place on the site: pages, what they are made of, and what can be opened from them. */
const KEPT = [
  /^(?!_|404|embed\/).*\.html$/,
  /^_next\/static\/(chunks|media)\/.*\.(css|js|woff2)$/,
  /^(source|notebooks|classroom\/(lessons|words))\/[^/]+\.(txt|ipynb|json)$/,
  /^icon\.svg$/,
];

/**
 * Writes the worker for the site in these folders.
 * @param folders of built files: `folder` on the disk, lying `at` a place on the site (its root unless given);
 *   `bare` where Next serves them, without the endings that they have on the disk
 * @param to the script; it must be served from the site's root, wherever that is: its addresses are relative
 * @returns how many files a reader keeps, and their bytes
 */
export async function writeWorker({ folders, to }) {
  const files = folders.flatMap(keptIn).sort((a, b) => (a.url < b.url ? -1 : 1));
  const list = files.map(({ url, revision }) => ({ url, revision }));
  await build({
    absWorkingDir: root,
    entryPoints: ['components/offline/worker.ts'],
    outfile: to,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    define: { KEPT: JSON.stringify(list), 'process.env.NODE_ENV': '"production"' },
    tsconfig: 'tsconfig.json',
    logLevel: 'error',
  });
  return { files: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) };
}

/** What is to be kept of a folder. A file whose name changes with its content needs no revision. */
export function keptIn({ folder, at = '', bare = false }) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => ({
      path,
      place:
        at +
        path
          .split(sep)
          .join('/')
          .replace(/\.body$/, ''),
    }))
    .filter(({ place }) => KEPT.some((pattern) => pattern.test(place)))
    .map(({ path, place }) => {
      const content = readFileSync(join(folder, path));
      const revision = place.startsWith('_next/static/')
        ? null
        : createHash('sha256').update(content).digest('hex').slice(0, 16);
      return { url: addressOf(place, bare), revision, bytes: content.length };
    });
}

/** `./` for the first page, `x/` for the index of a folder. */
function addressOf(place, bare) {
  if (posix.basename(place) === 'index.html') return place.slice(0, -'index.html'.length) || './';
  return bare ? place.replace(/\.html$/, '') : place;
}
