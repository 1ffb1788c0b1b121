// Real code for the page: a declaration cut from a source file of this project when the site is built.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Source files are read from these rooms only. */
const ROOMS = /^(gpu|training)\/[\w./-]+\.(ts|wgsl|py)$/;

/**
 * The declaration `part` of a source file with the comment above it; the whole file where no part is named.
 * Throws with file and part where it is not there.
 */
export function excerpt(file: string, part?: string): string {
  if (!ROOMS.test(file))
    throw new Error(`<Code of="${file}">: no source file of gpu/ or training/`);
  const source = readFileSync(join(/* turbopackIgnore: true */ process.cwd(), file), 'utf8');
  if (part === undefined) return source.trimEnd();
  const found = declaration(source.split('\n'), part);
  if (!found) throw new Error(`<Code of="${file}" part="${part}">: no such declaration`);
  return found;
}

/** A declaration begins in the first column and ends before the next line that does, closing brace apart. */
function declaration(lines: readonly string[], part: string): string | undefined {
  const opening = new RegExp(
    `^(export )?(async )?(function\\*?|const|type|class|fn|def) ${part}\\b`,
  );
  const at = lines.findIndex((line) => opening.test(line));
  if (at === -1) return undefined;
  let from = at;
  while (/^(\/\*\*| \*|\/\/|@|#)/.test(lines[from - 1] ?? '')) from -= 1;
  let to = at + 1;
  while (to < lines.length && /^(\s|$|[)}\]])/.test(lines[to] ?? '')) {
    to += 1;
    if (/^[}\])]+[;,]?$/.test(lines[to - 1] ?? '')) break;
  }
  return lines.slice(from, to).join('\n').trimEnd();
}
