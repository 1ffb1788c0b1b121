// `npm run bench`: measures this machine; gpu/bench/main.ts says what. With --write the result is kept
// and the README's table is made from it.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importBundled, root } from './bundle.mjs';
import { findChromium } from './find-tools.mjs';
import { BENCH_RESULT, writeResults } from './results.mjs';

async function keep(result) {
  writeFileSync(join(root, BENCH_RESULT), `${JSON.stringify(result, null, 1)}\n`);
  writeResults();
}

const { main } = await importBundled('gpu/bench/main.ts');
await main(process.argv.slice(2), { root, findChromium, keep });
