// What is done to the pages that `next build` has written: each gets the hashes of its own inline scripts. In an
// export, which is served without headers, embedded panels get their policy, too.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { embedPolicy, strictly, withPolicy } from './policy.mjs';
import { root } from './set-up.mjs';
import { out } from './site-url.mjs';

const folder = join(root, ...(process.env.STATIC_EXPORT ? [out()] : ['.next', 'server', 'app']));
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
