// The whole HTML of an embedded panel, as scripts/embed.mjs writes it: the recorded run, and what the first
// script needs to know. Works as it is without JavaScript. Read next: boot.ts.

import type { ComponentType } from 'react';
import { renderToStaticMarkup, renderToString } from 'react-dom/server';
import { messagesOf, panelMessages, wordsOf } from '../i18n/catalogue';
import type { Locale } from '../i18n/locales';
import { EMBEDS, type EmbedName } from '../panels/embeds';
import { wordIdsOf } from '../panels/panel-words';
import { at } from '../site';
import { EmbeddedPanel } from './EmbeddedPanel';
import { oembedAddress } from './oembed';
import { ATTRIBUTION, FIGURE, GIVEN, NEWS, type PageGiven, pageOf, RUN } from './page-parts';
import { titleOf } from './title';

/** Addresses of the built files. */
export type Assets = Readonly<{
  head: string;
  boot: string;
  live: string;
  worker: string;
  shared: string;
  css: string;
}>;

/** HTML of one panel in one language. */
export function embedPage(
  name: EmbedName,
  Panel: ComponentType,
  locale: Locale,
  assets: Assets,
): string {
  const { panel, model, chapter } = EMBEDS[name];
  const messages = panelMessages(locale, ['ui', ...wordIdsOf([panel])]);
  const words = wordsOf(locale, 'embed');
  const title = titleOf(locale, name);
  const given: PageGiven = {
    ...{ name, model, locale, messages, title },
    words: messagesOf(locale, 'embed'),
    live: assets.live,
    worker: assets.worker,
    shared: assets.shared,
  };
  const figure = renderToString(<EmbeddedPanel Panel={Panel} given={given} />);
  const page = renderToStaticMarkup(
    <html lang={locale} data-embed={name}>
      {/* biome-ignore lint/style/noHeadElement: a whole document, not a page of Next's */}
      <head>
        <meta charSet="utf-8" />
        <title>{`${title} · Foretoken`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <link
          rel="alternate"
          type="application/json+oembed"
          href={oembedAddress(pageOf(name, locale))}
          title={title}
        />
        <link rel="icon" href="data:," />
        <meta name="color-scheme" content="light dark" />
        <script src={assets.head} />
        <link rel="stylesheet" href={assets.css} />
        <script type="module" src={assets.boot} crossOrigin="anonymous" />
      </head>
      <body>
        <main>
          <h1 className="words">{title}</h1>
          <h2 className="words">{words('figure')}</h2>
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: what React has just rendered */}
          <div id={FIGURE} dangerouslySetInnerHTML={{ __html: figure }} />
        </main>
        <footer className="embed-foot">
          <p id={NEWS} role="status" />
          <button id={RUN} type="button" className="button" hidden>
            {words('run')}
          </button>
          <noscript>
            <p>{words('noscript')}</p>
          </noscript>
          <a id={ATTRIBUTION} href={at(`/${locale}${chapter}`)} target="_blank" rel="noopener">
            {words('attribution')}
          </a>
        </footer>
        <script
          type="application/json"
          id={GIVEN}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: data of ours, which no browser runs
          dangerouslySetInnerHTML={{ __html: asData(given) }}
        />
      </body>
    </html>,
  );
  return `<!doctype html>${page}\n`;
}

/** JSON that may stand in a script element. */
function asData(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
