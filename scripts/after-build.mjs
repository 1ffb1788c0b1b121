// What is done to the pages that `next build` has written: each gets the hashes of its own inline scripts.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
