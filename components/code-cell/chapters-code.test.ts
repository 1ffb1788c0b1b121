// The code cells of the chapters do what the prose says, run as a reader would run them.

import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { readChapters } from '../mdx/chapters';
import { DEFAULTS } from '../notebook/defaults';
import { recordedState } from '../notebook/recorded';
import { evaluate, givenTo } from './given';

const TEXTS = readChapters('en').map(({ file }) => readFileSync(file, 'utf8'));
const CELLS = TEXTS.flatMap((text) =>
  Array.from(
    text.matchAll(
      /<CodeCell id="([^"]*)"[^>]*?(?:model="(\w+)")?>\n```js\n([^`]*)```\n<\/CodeCell>/g,
    ),
    ([, id = '', model = 'names', code = '']) => ({ id, model, code }),
  ),
);

async function run(id: string): Promise<string[]> {
  const cell = CELLS.find((other) => other.id === id);
  if (!cell) throw new Error(`No chapter has the code cell "${id}"`);
  const model = cell.model === 'tales' ? 'tales' : 'names';
  const traces = recordedState.traces[model];
  const chosen = DEFAULTS.runs[model];
  const printed: string[] = [];
  const scope = { run: chosen, trace: traces[chosen.method], traces };
  const fetchFile = async (path: string) =>
    Uint8Array.from(await readFile(`public/model/${path}`)).buffer;
  const given = givenTo(scope, fetchFile, (...values) => printed.push(values.join(' ')));
  await evaluate(cell.code, given);
  return printed;
}

describe('the code cells', () => {
  test('have names that an address can carry, each once', () => {
    expect(CELLS.length).toBeGreaterThanOrEqual(3);
    expect(TEXTS.join().match(/<CodeCell /g)).toHaveLength(CELLS.length);
    expect(new Set(CELLS.map(({ id }) => id)).size).toBe(CELLS.length);
    for (const { id } of CELLS) expect(id).toMatch(/^[a-z][a-z-]{0,39}$/);
  });

  test('lookup: the picks are the name’s letters, and the share drawn is near the probability', async () => {
    const printed = await run('lookup');
    expect(printed.slice(0, 4).map((line) => line.at(-1))).toEqual([...'mali']);
    const [, drawn, probability] =
      /drawn ([\d.]+) probability ([\d.]+)/.exec(printed[4] ?? '') ?? [];
    expect(Math.abs(Number(drawn) - Number(probability))).toBeLessThan(0.02);
  });

  test('one-call: eight names, and how many of them one call wrote', async () => {
    const printed = await run('one-call');
    expect(printed).toHaveLength(9);
    const same = printed.slice(0, 8).filter((line) => {
      const [, text, once] = /^\d+ (\S*) \d+ calls; in one call: (\S*)$/.exec(line) ?? [];
      return text !== undefined && text === once;
    });
    expect(printed[8]).toBe(`${same.length} of 8 names right in one call`);
  });

  test('same-text: three methods, one text, fewer calls', async () => {
    const printed = await run('same-text');
    const parts = printed.map((line) => /^(\S+)\s+(\d+) calls (".*")$/.exec(line) ?? []);
    expect(new Set(parts.map(([, , , text]) => text)).size).toBe(1);
    expect(parts.map(([, method]) => method)).toEqual(['ar', 'o-ptp', 'pqd']);
    expect(Number(parts[2]?.[2])).toBeLessThan(Number(parts[0]?.[2]));
  });
});
