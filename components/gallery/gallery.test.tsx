// The gallery as it comes from the server: what stands there before a script has run.

import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { PANELS, type PanelId } from '@/packages/foretoken-embed/src';
import { messagesOf, panelMessages, wordsOf } from '../i18n/catalogue';
import { LOCALES } from '../i18n/locales';
import { PanelWords } from '../i18n/PanelWords';
import { Gallery, type Titles } from './Gallery';

test.each(LOCALES)('every panel is there without JavaScript, as a link, in %s', (locale) => {
  const titles = Object.fromEntries(
    PANELS.map((name) => [name, wordsOf(locale, 'embedTitles')(name)]),
  ) as Record<PanelId, string> satisfies Titles;
  const html = renderToStaticMarkup(
    <PanelWords locale={locale} messages={panelMessages(locale, ['ui'])}>
      <Gallery locale={locale} messages={messagesOf(locale, 'gallery')} titles={titles} />
    </PanelWords>,
  );
  for (const name of PANELS) expect(html).toContain(`href="/embed/${name}">${titles[name]}</a>`);
  expect(html.match(/<pre data-code=/g)).toHaveLength(4);
  expect(html).not.toContain('undefined');
});
