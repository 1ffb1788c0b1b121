// The HTML of each panel, as it is written when the site is built.

import type { ComponentType } from 'react';
import { expect, test } from 'vitest';
import { readChapters } from '../mdx/chapters';
import { panels } from '../panels';
import { EMBED_NAMES, EMBEDS, type EmbedName } from '../panels/embeds';
import { embedPage } from './Page';
import type { PageGiven } from './page-parts';

const ASSETS = {
  ...{ head: '/head.js', boot: '/boot.js', css: '/embed.css' },
  ...{ live: '/live.js', worker: '/worker.js', shared: '/shared.js' },
};

async function pageOf(name: EmbedName): Promise<string> {
  const { panel } = EMBEDS[name];
  const file: Record<string, ComponentType> = await import(`../panels/${panel}.tsx`);
  const Panel = file[panel];
  if (!Panel) throw new Error(`${panel}.tsx exports no ${panel}`);
  return embedPage(name, Panel, 'en', ASSETS);
}

const scripts = (html: string) => [...html.matchAll(/<script([^>]*)>(.*?)<\/script>/gs)];
const given = (html: string): PageGiven => JSON.parse(scripts(html).at(-1)?.[2] ?? '');

test('every panel of the registry has an embed', () => {
  const embedded = EMBED_NAMES.map((name) => EMBEDS[name].panel);
  expect(embedded.toSorted()).toEqual(Object.keys(panels).toSorted());
});

test('every embed is linked to a chapter that there is', () => {
  const chapters = ['', ...readChapters('en').map(({ slug }) => `/${slug}`)];
  for (const name of EMBED_NAMES) expect(chapters).toContain(EMBEDS[name].chapter);
});

test.each(EMBED_NAMES)(
  '%s: a recorded run without scripts of its own, with its title',
  async (name) => {
    const html = await pageOf(name);
    const { title } = given(html);
    expect(html).toContain(`<title>${title} · Foretoken</title>`);
    expect(html).toContain(`<h1 class="words">${title}</h1>`);
    const heading = /<h3[^>]*>([^<]*)<\/h3>/.exec(html)?.[1];
    if (name !== 'cover') expect(heading).toBe(title);
    expect(html).toContain('data-kind="recorded"');
    // No policy of a host or of ours stops what is not there.
    expect(html).not.toMatch(/\son[a-z]+="/);
    for (const [, attributes, text] of scripts(html)) {
      if (text !== '') expect(attributes).toContain('type="application/json"');
    }
  },
);

test('data in the page cannot end its element', async () => {
  const html = await pageOf('tree');
  expect(scripts(html).at(-1)?.[2]).not.toContain('<');
  expect(given(html)).toMatchObject({
    name: 'tree',
    model: 'tales',
    locale: 'en',
    live: '/live.js',
  });
});
