// Snapshots as the server's thread takes them, with the real models.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, test } from 'vitest';
import { decode, loadModel, textOf } from '@/gpu';
import { PANELS, type PanelId } from '@/packages/foretoken-embed/src';
import { DEFAULTS } from '../notebook/defaults';
import { isPictured, PICTURED } from './pictured';
import { MOST_TOKENS, Refusal, takeSnapshot } from './take';

const root = process.cwd();
const take = (panel: PanelId, query = '') => takeSnapshot(root, panel, query);
const textsOf = (svg: string) =>
  Array.from(svg.matchAll(/<text[^>]*>([^<]*)/g), ([, text = '']) =>
    text.replace(/&#x(\w+);/g, (_, code) => String.fromCodePoint(Number.parseInt(code, 16))),
  );

describe.each(PICTURED)('the picture of %s', (panel) => {
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

test('the letters on the cover are those that the model writes', async () => {
  const fetchFile = async (path: string) =>
    Uint8Array.from(await readFile(join(root, 'public/model', path))).buffer;
  const model = await loadModel('names', { fetchFile, engine: 'cpu' });
  const steps = [];
  for await (const step of decode(model, { ...DEFAULTS.runs.names, method: 'ar', seed: 9 }))
    steps.push(step);
  const { vocabulary, end } = model.config;
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

test('a panel without a picture names those that have one', async () => {
  const [without] = PANELS.filter((panel) => !isPictured(panel));
  if (without) await expect(take(without)).rejects.toThrow(/there is one of cover, /);
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
