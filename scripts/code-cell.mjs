// The page of the code cells' frame: one HTML document with everything in it, since it may fetch nothing. Written to
// public/code-cell/frame.html before the site is built.

import { build } from 'esbuild';
import { CODE_CELL_POLICY } from '../components/code-cell/policy.mjs';
import { root } from './set-up.mjs';

export async function codeCellFrame() {
  const worker = await bundle('worker.ts');
  const script = await bundle('frame-script.ts', { WORKER: JSON.stringify(worker) });
  const FRAME = JSON.stringify(page(script));
  return page(await bundle('frame-page.ts', { FRAME }));
}

function page(script) {
  return [
    '<!doctype html>',
    '<html lang="en"><meta charset="utf-8"><title>Code cell</title>',
    `<meta http-equiv="Content-Security-Policy" content="${CODE_CELL_POLICY}">`,
    // A closing tag inside a string of ours would end the script.
    `<script>${script.replaceAll('</script', '<\\/script')}</script></html>\n`,
  ].join('\n');
}

async function bundle(file, define = {}) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [`components/code-cell/${file}`],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2022',
    // Code cells compute on the CPU: the GPU's engine stays out.
    external: ['./webgpu', './webgpu/self-check'],
    define,
    tsconfig: 'tsconfig.json',
    logLevel: 'error',
  });
  return outputFiles[0].text;
}
