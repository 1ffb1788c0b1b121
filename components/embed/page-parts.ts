// What the page of an embedded panel and its scripts agree on: ids of elements, and the data in the page.

import type { ModelName } from '@/gpu';
import type { Messages, PanelMessages } from '../i18n/catalogue';
import { DEFAULT_LOCALE, type Locale } from '../i18n/locales';
import type { Compiled } from '../i18n/words';
import type { EmbedName } from '../panels/embeds';

export const FIGURE = 'figure';
export const NEWS = 'news';
export const RUN = 'run';
export const ATTRIBUTION = 'attribution';
export const GIVEN = 'given';

export type EmbedMessages = Compiled<keyof Messages['embed'] & string>;

/** What the page says of itself, as JSON in the element GIVEN. */
export type PageGiven = Readonly<{
  name: EmbedName;
  model: ModelName;
  locale: Locale;
  title: string;
  /** Words of the frame. */
  words: EmbedMessages;
  /** Words of the panels. */
  messages: PanelMessages;
  /** Addresses of what is fetched once the frame wakes: the panel with React, and the worker of either kind. */
  live: string;
  worker: string;
  shared: string;
}>;

/** Path of a panel's page, as `at` takes it. */
export function pageOf(name: EmbedName, locale: Locale): string {
  return locale === DEFAULT_LOCALE ? `/embed/${name}` : `/embed/${locale}/${name}`;
}

/** Path of what oEmbed says of it, as a file. */
export function oembedFile(name: EmbedName, locale: Locale): string {
  return `${pageOf(name, locale).replace('/embed/', '/oembed/')}.json`;
}

/** Which panel this page shows: known before anything else of it. */
export function readName(): EmbedName {
  return document.documentElement.dataset.embed as EmbedName;
}

/** The page's data: the border where its JSON comes in. */
export function readGiven(): PageGiven {
  return JSON.parse(document.getElementById(GIVEN)?.textContent ?? '');
}
