// Which files make a figure. Read on the server only, when the site is built.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { panels } from '../panels';

/** The id of a panel: `aux` for `AuxPanel`. */
const idOf = (name: string) => name.replace(/Panel$/, '').toLowerCase();
const nameOf = new Map(Object.keys(panels).map((name) => [idOf(name), name]));

export const FIGURES: readonly string[] = [...nameOf.keys()];

/** The connected figure, and every file beside it that it imports, one after another. Throws for no figure. */
export function sourceOf(id: string): string {
  const name = nameOf.get(id);
  if (!name) throw new Error(`No figure has the id "${id}"; there are ${FIGURES.join(', ')}.`);
  const first = read(`components/panels/${name}`);
  if (!first) throw new Error(`components/panels/${name}.tsx: not there`);
  const beside = Array.from(first.text.matchAll(/from '\.\/([\w-]+)'/g), ([, file]) =>
    read(`components/panels/${file}`),
  );
  return [first, ...beside]
    .filter((file) => file !== undefined)
    .map(({ path, text }) => `${'/'.repeat(8)} ${path}\n\n${text}`)
    .join('\n\n');
}

function read(stem: string): { path: string; text: string } | undefined {
  for (const path of [`${stem}.tsx`, `${stem}.ts`]) {
    const file = join(/* turbopackIgnore: true */ process.cwd(), path);
    if (existsSync(file)) return { path, text: readFileSync(file, 'utf8') };
  }
  return undefined;
}
