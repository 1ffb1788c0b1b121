// What `next build` and `next dev` serve but do not make: embed.js, the element for other people's pages, the
// frame of code cells, and the embedded panels themselves.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { elementScript } from '../packages/foretoken-embed/build.mjs';
import { codeCellFrame } from './code-cell.mjs';
import { buildEmbeds } from './embed.mjs';
import { root } from './set-up.mjs';

export async function beforeBuild() {
  write('public/embed.js', await elementScript());
  write('public/code-cell/frame.html', await codeCellFrame());
  await buildEmbeds();
}

/** A file that has not changed keeps its time, so that a build stays fresh. */
function write(path, text) {
  const file = join(root, path);
  let now;
  try {
    now = readFileSync(file, 'utf8');
  } catch {
    // Not there yet.
  }
  if (now === text) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await beforeBuild();
