// What a reader keeps who wants the models without a network. Read when the site is built.

import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { MODEL_NAMES, type ModelFile } from '@/gpu';

/** Every file below public/model/ that a page may ask for: what is said of the weights, then the weights. */
export function modelFiles(root = process.cwd()): readonly ModelFile[] {
  return MODEL_NAMES.flatMap((model) => {
    const folder = join(root, 'public', 'model', model);
    const { files } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
      files: Record<string, { file: string; bytes: number; sha256: string }>;
    };
    const said = ['manifest.json', 'goldens.json'].map((file) => ({
      path: `${model}/${file}`,
      bytes: statSync(join(folder, file)).size,
    }));
    const weights = Object.values(files).map(({ file, bytes, sha256 }) => ({
      path: `${model}/${file}`,
      bytes,
      sha256,
    }));
    return [...said, ...weights];
  });
}
