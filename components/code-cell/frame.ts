// The page inside the frame of a code cell: one HTML document with everything in it, since it may fetch
// nothing. Made when the site is built.

import { join } from 'node:path';
import { build } from 'esbuild';
import { CODE_CELL_POLICY } from './policy.mjs';

export async function frameHtml(): Promise<string> {
  const worker = await bundle('worker.ts', {});
  const script = await bundle('frame-script.ts', { WORKER: JSON.stringify(worker) });
  return [
    '<!doctype html>',
    '<html lang="en"><meta charset="utf-8"><title>Code cell</title>',
    `<meta http-equiv="Content-Security-Policy" content="${CODE_CELL_POLICY}">`,
    // A closing tag inside a string of ours would end the script.
    `<script>${script.replaceAll('</script', '<\\/script')}</script></html>\n`,
  ].join('\n');
}

async function bundle(file: string, define: Record<string, string>): Promise<string> {
  const root = join(/* turbopackIgnore: true */ process.cwd());
  const { outputFiles } = await build({
    entryPoints: [join(root, 'components', 'code-cell', file)],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2022',
    // Code cells compute on the CPU: the GPU's engine stays out.
    external: ['./webgpu', './webgpu/self-check'],
    define,
    tsconfig: join(root, 'tsconfig.json'),
    logLevel: 'error',
  });
  const [output] = outputFiles;
  if (!output) throw new Error(`${file}: esbuild wrote nothing`);
  return output.text;
}
