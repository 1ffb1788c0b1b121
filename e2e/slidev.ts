// Slidev, which builds the deck of a guide. It is no dependency of ours: it weighs half a gigabyte. npm puts it
// into .cache/ once.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const VERSION = '52.20.1';
/** What Slidev itself needs is taken as it was then: some later versions ask for packages that npm has not. */
const DAY = '2026-09-30';
const folder = resolve('.cache', `slidev-${VERSION}`);

/**
 * Builds a deck.
 * @param slides Markdown, `---` between two slides
 * @returns the folder of the built files; undefined where npm could not install Slidev
 */
export function buildDeck(slides: string): string | undefined {
  if (!install()) return undefined;
  const front = '---\ntheme: none\nrouterMode: hash\nfonts:\n  provider: none\n---\n';
  writeFileSync(resolve(folder, 'slides.md'), `${front}\n${slides}`);
  const slidev = resolve(folder, 'node_modules/@slidev/cli/bin/slidev.mjs');
  const { status } = run(process.execPath, [slidev, 'build', '--out', 'deck', 'slides.md']);
  if (status !== 0)
    throw new Error('Slidev could not build the deck; its own message stands above.');
  return resolve(folder, 'deck');
}

function install(): boolean {
  // npm writes this last.
  if (existsSync(resolve(folder, 'node_modules/.package-lock.json'))) return true;
  mkdirSync(folder, { recursive: true });
  writeFileSync(resolve(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const what = [`@slidev/cli@${VERSION}`, `--before=${DAY}`, `--prefix=${folder}`];
  return run('npm', ['install', ...what, ...quiet]).status === 0;
}

function run(command: string, args: readonly string[]) {
  return spawnSync(command, args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
}
