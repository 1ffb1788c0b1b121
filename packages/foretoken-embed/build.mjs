// Builds the element twice: as `embed.js`, which the site serves (scripts/before-build.mjs), and as dist/ for
// `npm pack`, modules and their types. The tools are those of the project around this package.

import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const self = fileURLToPath(import.meta.url);
const here = dirname(self);
const index = join(here, 'src/index.ts');
const react = join(here, 'src/react.tsx');
const common = { bundle: true, minify: true, target: 'es2022' };

/** The text of embed.js. */
export async function elementScript() {
  const { outputFiles } = await build({
    ...common,
    entryPoints: [index],
    format: 'iife',
    write: false,
  });
  return outputFiles[0].text;
}

async function buildPackage() {
  const outdir = join(here, 'dist');
  rmSync(outdir, { recursive: true, force: true });
  const modules = { format: 'esm', splitting: true, external: ['react'] };
  await build({ ...common, ...modules, entryPoints: [index, react], outdir });
  const typescript = createRequire(self).resolve('typescript/package.json');
  const options = [
    ...['--ignoreConfig', '--declaration', '--emitDeclarationOnly', '--outDir', outdir],
    ...['--module', 'esnext', '--moduleResolution', 'bundler', '--target', 'es2024'],
    ...['--lib', 'dom,dom.iterable,esnext', '--jsx', 'react-jsx', '--skipLibCheck', '--strict'],
  ];
  const tsc = [join(dirname(typescript), 'bin/tsc'), index, react, ...options];
  process.exitCode = spawnSync(process.execPath, tsc, { stdio: 'inherit' }).status ?? 1;
  for (const file of readdirSync(outdir).filter((name) => name.endsWith('.d.ts'))) {
    const path = join(outdir, file);
    writeFileSync(path, withExtensions(readFileSync(path, 'utf8')));
  }
}

/** Types that are read as Node reads modules name whole files. */
function withExtensions(types) {
  return types.replaceAll(/((?:from |import |import\()['"]\.\/[\w-]+)(?=['"])/g, '$1.js');
}

if (process.argv[1] === self) await buildPackage();
