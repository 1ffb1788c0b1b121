// `npm run kernels`: compiles the CPU engine's AssemblyScript into the TypeScript module that carries
// its bytes. That module is committed, so that nothing else needs the compiler; a test compiles anew.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const folder = fileURLToPath(new URL('../gpu/engines/cpu/wasm/', import.meta.url));

/** The text of bytes.ts. */
export async function compiled() {
  const files = new Map();
  const options = ['--runtime', 'stub', '--importMemory', '--enable', 'simd', '-O3', '--noAssert'];
  const { error, stderr } = await asc.main(
    ['kernels.ts', '--baseDir', folder, '--outFile', 'kernels.wasm', ...options],
    { writeFile: (name, content) => files.set(name, content) },
  );
  if (error) throw new Error(`${stderr}`, { cause: error });
  const bytes = Buffer.from(files.get('kernels.wasm')).toString('base64');
  const origin = '// Compiled from kernels.ts by scripts/kernels.mjs: WebAssembly in base64.';
  return `${origin}\nexport const BYTES =\n  '${bytes}';\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(join(folder, 'bytes.ts'), await compiled());
}
