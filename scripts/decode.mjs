// `npm run --silent decode -- ...`: bundles the command's TypeScript and runs it, so that it works on a
// fresh `npm ci` alone. The command itself is gpu/cli/decode.ts.

import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
// Inside the package, because the bundle still imports `webgpu` from node_modules.
const cache = join(root, 'node_modules', '.cache', 'foretoken');

const { outputFiles } = await build({
  entryPoints: [join(root, 'gpu', 'cli', 'decode.ts')],
  bundle: true,
  write: false,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  loader: { '.wgsl': 'text' },
  external: ['webgpu'],
  logLevel: 'error',
});

// Written beside and moved into place: several commands may run at once.
await mkdir(cache, { recursive: true });
const bundle = join(cache, 'decode.mjs');
const draft = join(cache, `decode.${process.pid}.mjs`);
await writeFile(draft, outputFiles[0].contents);
await rename(draft, bundle);

const { main } = await import(pathToFileURL(bundle).href);
process.exitCode = await main(process.argv.slice(2), root);
