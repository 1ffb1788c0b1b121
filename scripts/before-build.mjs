// What `next build` and `next dev` serve but do not make: embed.js, the element for other people's pages; the
// frame of code cells; the embedded panels themselves; each chapter's picture for link previews, each panel's for
// the gallery; the thread that takes snapshots, since Next keeps React's renderer out of its routes.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { elementScript } from '../packages/foretoken-embed/build.mjs';
import { importBundled, textBundled } from './bundle.mjs';
import { codeCellFrame } from './code-cell.mjs';
import { buildEmbeds } from './embed.mjs';
import { root } from './set-up.mjs';
import { siteDefines } from './site-url.mjs';

export async function beforeBuild() {
  write('public/embed.js', await elementScript());
  write('public/code-cell/frame.html', await codeCellFrame());
  write('dist/snapshot-thread.mjs', await snapshotThread());
  const { takePreviews } = await importBundled('components/snapshot/Previews.tsx');
  for (const { path, png } of takePreviews(root)) write(`public${path}`, png);
  const { drawFigures } = await importBundled('components/snapshot/Figures.tsx');
  for (const { path, svg } of drawFigures(root)) write(`public${path}`, svg);
  await buildEmbeds();
}

function snapshotThread() {
  return textBundled('components/snapshot/thread.ts', siteDefines());
}

/** Text or bytes; a file that has not changed keeps its time, so that a build stays fresh. */
function write(path, content) {
  const file = join(root, path);
  const bytes = Buffer.from(content);
  if (existsSync(file) && readFileSync(file).equals(bytes)) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await beforeBuild();
