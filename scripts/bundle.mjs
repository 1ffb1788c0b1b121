// TypeScript of this project, run by Node: bundles an entry point and imports it. A fresh `npm ci` is
// all it needs.

import { mkdir, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
// Inside the package, because a bundle still imports packages from node_modules.
const cache = join(root, 'node_modules', '.cache', 'foretoken');

/** The exports of `entry`, a path below the package's folder. */
export function importBundled(entry) {
  return importBuilt(basename(entry, '.ts'), { entryPoints: [join(root, entry)] });
}

/** The exports of a module that is given as its text; it imports as if it lay in the package's folder. */
export function importWritten(name, contents) {
  return importBuilt(name, { stdin: { contents, resolveDir: root, loader: 'tsx' } });
}

/** The text of `entry`, a path below the package's folder, as one module for Node. @param define see esbuild */
export function textBundled(entry, define) {
  return bundle({ entryPoints: [join(root, entry)], define });
}

async function bundle(options) {
  const { outputFiles } = await build({
    ...options,
    absWorkingDir: root,
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    jsx: 'automatic',
    // What a module looks like is nothing to Node.
    loader: { '.wgsl': 'text', '.css': 'empty' },
    tsconfig: join(root, 'tsconfig.json'),
    logLevel: 'error',
  });
  return outputFiles[0].text;
}

async function importBuilt(name, entry) {
  const text = await bundle(entry);
  // Written beside and moved into place: several commands may run at once.
  await mkdir(cache, { recursive: true });
  const draft = join(cache, `${name}.${process.pid}.mjs`);
  await writeFile(draft, text);
  const file = join(cache, `${name}.mjs`);
  await rename(draft, file);
  return import(pathToFileURL(file).href);
}
