// The gallery as it comes from the server: what stands there before a script has run.

import { readFileSync } from 'node:fs';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { PANELS, type PanelId } from '@/packages/foretoken-embed/src';
import { titleOf } from '../embed/title';
import { messagesOf, panelMessages } from '../i18n/catalogue';
import { LOCALES } from '../i18n/locales';
import { PanelWords } from '../i18n/PanelWords';
import { EMBEDS } from '../panels/embeds';
import { drawFigures } from '../snapshot/Figures';
import { CODES } from './codes';
import { Gallery, type Titles } from './Gallery';

const pictures = drawFigures(process.cwd()).map(({ path }) => path);

test.each(LOCALES)('every panel is there without JavaScript, as a link, in %s', (locale) => {
  const titles = Object.fromEntries(PANELS.map((name) => [name, titleOf(locale, name)])) as Record<
    PanelId,
    string
  > satisfies Titles;
  const html = renderToStaticMarkup(
    <PanelWords locale={locale} messages={panelMessages(locale, ['ui'])}>
      <Gallery locale={locale} messages={messagesOf(locale, 'gallery')} titles={titles} />
    </PanelWords>,
  );
  for (const name of PANELS) expect(html).toContain(`href="/embed/${name}">${titles[name]}</a>`);
  const shown = Array.from(html.matchAll(/<img[^>]* src="([^"]+)"/g), ([, src]) => src);
  expect(shown.sort()).toEqual(pictures.filter((path) => path.includes(`/${locale}-`)).sort());
  expect(html.match(/<pre data-code=/g)).toHaveLength(CODES.length);
  expect(html).not.toContain('undefined');
});

test('frames as wide as a page are as high in the guides as their panels are', () => {
  const guides =
    readFileSync('content/passages/en/embedding.mdx', 'utf8').split('### Slidev')[0] ?? '';
  const frames = guides.matchAll(/embed\/(\w+)"[^\n]*width="100%"[^\n]*height="?=?"?(\d+)/g);
  const told = Array.from(frames, ([, panel, height]) => [panel, Number(height)]);
  expect(told).toHaveLength(3);
  for (const [panel, height] of told) expect(height).toBe(EMBEDS[panel as PanelId].height);
});
