// Snapshots as the server's thread takes them, with the real models.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, test } from 'vitest';
import { decode, loadModel, type RunSpec, type StepTrace, textOf } from '@/gpu';
import { PANELS, type PanelId } from '@/packages/foretoken-embed/src';
import { PLAIN } from '../i18n/numbers';
import { DEFAULTS } from '../notebook/defaults';
import { recordedState } from '../notebook/recorded';
import { percent } from '../panels/rulers';
import { partings } from '../panels/square';
import { MOST_TOKENS, Refusal, takeSnapshot } from './take';

const root = process.cwd();
const take = (panel: PanelId, query = '') => takeSnapshot(root, panel, query);
const textsOf = (svg: string) =>
  Array.from(svg.matchAll(/<text[^>]*>([^<]*)/g), ([, text = '']) =>
    text.replace(/&#x(\w+);/g, (_, code) => String.fromCodePoint(Number.parseInt(code, 16))),
  );

describe.each(PANELS)('the picture of %s', (panel) => {
  test('is plain SVG that a rasteriser reads, in both themes, seed and citation inside', async () => {
    for (const theme of ['light', 'dark']) {
      const svg = await take(panel, `theme=${theme}`);
      expect(svg).not.toMatch(/var\(|light-dark|class=|data-|NaN|undefined/);
      const [, given = ''] = /<metadata>(.*)<\/metadata>/.exec(svg) ?? [];
      const metadata = JSON.parse(given.replaceAll('&quot;', '"'));
      expect(metadata.seed).toEqual(expect.any(Number));
      expect(metadata.citation).toContain('2512.21323');
      expect(textsOf(svg)).toContain(metadata.citation);
      const font = { loadSystemFonts: false };
      expect(new Resvg(svg, { font }).render().width).toBe(688);
    }
  });
});

const fetchFile = async (path: string) =>
  Uint8Array.from(await readFile(join(root, 'public/model', path))).buffer;

async function stepsOf(run: RunSpec) {
  const model = await loadModel(run.model, { fetchFile, engine: 'cpu' });
  const steps: StepTrace[] = [];
  for await (const step of decode(model, run)) steps.push(step);
  return { steps, config: model.config };
}

test('the letters on the cover are those that the model writes', async () => {
  const { steps, config } = await stepsOf({ ...DEFAULTS.runs.names, method: 'ar', seed: 9 });
  const { vocabulary, end } = config;
  const letters = textOf(steps).map((token) => (token === end ? '■' : vocabulary.charAt(token)));
  const texts = textsOf(await take('cover', 'v=2&names.seed=9'));
  const line = texts.indexOf('One at a time');
  expect(letters.length).toBeGreaterThan(1);
  expect(texts.slice(line + 2, line + 2 + letters.length)).toEqual(letters);
});

test('a long run is cut, and the picture says so', async () => {
  const texts = textsOf(await take('accept', 'v=2&tales.tokens=200&race=ar'));
  expect(texts.join(' ')).toContain(`Its first ${MOST_TOKENS} tokens.`);
  expect(texts).toContain('one at a time 64');
});

test('the tree has a row for each auxiliary row of its call, whatever the race', async () => {
  const run = { ...DEFAULTS.runs.tales, method: 'pqd', tokens: MOST_TOKENS } as const;
  const { steps } = await stepsOf(run);
  for (const call of [2, 9]) {
    const rows = textsOf(await take('tree', `v=2&race=ar&call=${call}`)).filter((text) =>
      /^u \d+$/.test(text),
    );
    const spent = steps[call - 1]?.groups?.reduce((sum, size) => sum + size, 0);
    expect(spent).toBeGreaterThan(0);
    expect(rows).toHaveLength(spent ?? 0);
  }
});

test('the squares say how often a method leads to another pair', async () => {
  const { squares } = recordedState;
  if (!squares) throw new Error('public/traces/names.json is cut');
  const texts = textsOf(await take('dependent'));
  for (const method of ['ptp', 'independent'] as const) {
    const share = partings(squares[method], squares.teacher) / squares.teacher.first.length;
    expect(texts).toContain(`another pair: ${percent(share, PLAIN)}`);
  }
});

test('the bins of a text write it again, with the numbers of another seed too', async () => {
  for (const seed of [1, 2]) {
    const query = `v=2&names.prompt=anna&bins.model=names&bins.seed=${seed}`;
    const texts = textsOf(await take('bins', query));
    expect(texts.join(' ')).toContain('writes this very text');
    expect(texts).toContain(`names model, One at a time, seed ${seed}, temperature 1.`);
  }
});

test('a picture of either model is of the one that is asked for', async () => {
  const texts = textsOf(await take('joint', 'v=2&joint=tales'));
  expect(texts.join(' ')).toMatch(/tales model, One at a time.*temperature 0.7\./);
});

test('what is recorded or calculated says so', async () => {
  expect(textsOf(await take('temperature')).join(' ')).toMatch(/Recorded: 144 runs/);
  expect(textsOf(await take('batch', 'v=2&race=ar')).join(' ')).toMatch(/Calculated, not measured/);
});

test('what cannot be read is refused, with what is allowed', async () => {
  for (const query of ['names.seed=x', 'theme=pink', 'v=9', 'colour=red']) {
    await expect(take('cover', query), query).rejects.toThrow(Refusal);
  }
  await expect(take('cover', 'theme=pink')).rejects.toThrow('light, dark, auto');
});

test('nothing in an address becomes markup', async () => {
  const prompt = encodeURIComponent('<script>alert(1)</script>');
  await expect(take('cover', `names.prompt=${prompt}`)).rejects.toThrow(Refusal);
  const svg = await take(
    'accept',
    `v=2&tales.prompt=${encodeURIComponent('once "upon" a time')}&race=ar`,
  );
  expect(svg).not.toContain('<script');
});
