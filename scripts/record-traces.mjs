// Records the runs that the page shows before its models are loaded: `node scripts/record-traces.mjs`.
// Run it again after new weights or other defaults (components/notebook/defaults.ts).

import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = await mkdtemp(join(root, 'node_modules', '.record-'));
try {
  const outfile = join(folder, 'record.mjs');
  await build({
    entryPoints: [join(root, 'components/notebook/record.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    external: ['*/engines/webgpu', './webgpu'],
    tsconfig: join(root, 'tsconfig.json'),
    logLevel: 'warning',
  });
  const { record } = await import(pathToFileURL(outfile).href);
  await record(root, process.argv.slice(2));
} finally {
  await rm(folder, { recursive: true });
}
