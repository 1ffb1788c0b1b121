// What is done to the pages that `next build` has written: each gets the hashes of its own inline scripts, and all
// are listed for readers without a network. In an export, which is served without headers, embedded panels get
// their policy, too.

import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWorker } from './offline.mjs';
import { embedPolicy, strictly, withPolicy } from './policy.mjs';
import { root } from './set-up.mjs';
import { out } from './site-url.mjs';

const isExport = process.env.STATIC_EXPORT === '1';
const folder = join(root, ...(isExport ? [out()] : ['.next', 'server', 'app']));
const EMBEDDED = /^embed\/.+\/index\.html$/;

const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.html'))
  // Code cells have a policy of their own (scripts/code-cell.mjs).
  .filter((path) => path !== join('code-cell', 'frame.html'));
for (const page of pages) {
  const file = join(folder, page);
  const html = readFileSync(file, 'utf8');
  const embedded = EMBEDDED.test(page.replaceAll('\\', '/'));
  writeFileSync(file, embedded ? withPolicy(html, embedPolicy) : strictly(html));
}
console.log(`${pages.length} pages run their own inline scripts and no others.`);

const served = [
  { folder, bare: true },
  { folder: join(root, '.next', 'static'), at: '_next/static/' },
  { folder: join(root, 'public') },
];
const kept = await writeWorker({
  folders: isExport ? [{ folder }] : served,
  to: join(isExport ? folder : join(root, 'public'), 'sw.js'),
});
console.log(
  `${kept.files} files, ${(kept.bytes / 1e6).toFixed(1)} MB uncompressed, are kept for reading offline.`,
);
// The build ends here: what was written to public/ since is no newer (`buildIsFresh`).
if (!isExport) utimesSync(join(root, '.next', 'BUILD_ID'), new Date(), new Date());
