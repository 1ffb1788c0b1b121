// What is done to the pages that `next build` has written: each gets the hashes of its own inline scripts, and all
// are listed for readers without a network.

import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWorker } from './offline.mjs';
import { strictly } from './policy.mjs';
import { root } from './set-up.mjs';

const folder = join(root, '.next', 'server', 'app');
const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.html'),
);
for (const page of pages) {
  const file = join(folder, page);
  writeFileSync(file, strictly(readFileSync(file, 'utf8')));
}
console.log(`${pages.length} pages run their own inline scripts and no others.`);

const kept = await writeWorker({
  folders: [
    { folder, bare: true },
    { folder: join(root, '.next', 'static'), at: '_next/static/' },
    { folder: join(root, 'public') },
  ],
  to: join(root, 'public', 'sw.js'),
});
console.log(
  `${kept.files} files, ${(kept.bytes / 1e6).toFixed(1)} MB uncompressed, are kept for reading offline.`,
);
// The build ends here: what was written to public/ since is no newer (`buildIsFresh`).
utimesSync(join(root, '.next', 'BUILD_ID'), new Date(), new Date());
