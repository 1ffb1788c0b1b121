// Files of the package in the place of a server's.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault, type FetchFile } from '../index';

/** Reads below public/model/. @param root the package's folder */
export function filesOf(root: string): FetchFile {
  return async (path) => {
    const file = join(root, 'public', 'model', path);
    try {
      return new Uint8Array(await readFile(file)).buffer;
    } catch (cause) {
      throw new Fault('no-weights', `${file} cannot be read.`, { cause });
    }
  };
}
