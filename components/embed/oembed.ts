// oEmbed, for hosts that turn a pasted address into a figure. Source: https://oembed.com, version 1.0.

import { embedAddress, isPanel, type PanelId } from '@/packages/foretoken-embed/src';
import { DEFAULT_LOCALE, type Locale, localeOf } from '../i18n/locales';
import { panelIn, readChapters } from '../mdx/chapters';
import { EMBEDS } from '../panels/embeds';
import { at, FILES_ALONE, SITE } from '../site';
import { frameOf, WIDTH } from './frame';
import { oembedFile } from './page-parts';
import { MAX_QUERY_BYTES } from './parameters';
import { titleOf } from './title';

/** The answer to a question about an address; sizes in CSS pixels. */
export type OEmbed = Readonly<{
  version: '1.0';
  type: 'rich';
  title: string;
  provider_name: string;
  provider_url: string;
  /** Seconds. */
  cache_age: number;
  html: string;
  width: number;
  height: number;
}>;

/** What is shown for an address of ours. */
type Shown = Readonly<{
  panel: PanelId;
  query: string;
  title: string;
  /** Left out where the address says it, or where it is the default one. */
  lang?: Locale | undefined;
}>;

const DAY_SECONDS = 86_400;

/**
 * Where an address is asked about: `url` is a page of ours with a panel in it, or an embedded panel.
 * @param most what the host has room for, CSS pixels
 * @returns undefined for addresses of others, and for those of ours that lead to no panel
 */
export function oembedOf(
  url: string,
  most: Readonly<{ width: number; height: number }>,
): OEmbed | undefined {
  const shown = shownAt(url);
  if (!shown) return undefined;
  const { panel, query, title, lang } = shown;
  const width = Math.min(WIDTH, most.width);
  const height = Math.min(EMBEDS[panel].height, most.height);
  return {
    ...{ version: '1.0', type: 'rich', title },
    ...{ provider_name: 'Foretoken', provider_url: `${SITE}/`, cache_age: DAY_SECONDS },
    html: frameOf(embedAddress(SITE, panel, query, { lang }), title, width, height),
    ...{ width, height },
  };
}

/**
 * Where a host finds the answer for a page of ours; where no server answers, a file about the page's panel.
 * @param path with its slash in front. Throws for a page without a panel.
 */
export function oembedAddress(path: string): string {
  if (!FILES_ALONE) return `${SITE}/oembed?url=${encodeURIComponent(SITE + path)}`;
  const shown = shownAt(SITE + path);
  if (!shown) throw new Error(`${path}: this page shows no panel.`);
  return SITE + oembedFile(shown.panel, shown.lang ?? DEFAULT_LOCALE);
}

/** The link that hosts look for, for the `alternates.types` of a page's metadata. */
export function discovery(path: string, title: string) {
  return { 'application/json+oembed': [{ url: oembedAddress(path), title }] };
}

function shownAt(address: string): Shown | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  const ours = url.origin === new URL(SITE).origin && `${url.pathname}/`.startsWith(at('/'));
  if (!ours || url.search.length > MAX_QUERY_BYTES) return undefined;
  const query = url.search.slice(1);
  const path = url.pathname.slice(at('/').length).split('/');
  // A host of files adds a slash to the address of every page.
  if (path.at(-1) === '') path.pop();
  const embedded = path[0] === 'embed';
  if (embedded) path.shift();
  const spoken = localeOf(path[0]);
  if (spoken) path.shift();
  const [name = '', ...more] = path;
  if (more.length > 0) return undefined;
  const locale = spoken ?? localeOf(url.searchParams.get('lang') ?? '') ?? DEFAULT_LOCALE;
  const lang = spoken === DEFAULT_LOCALE ? undefined : spoken;
  const panel = embedded ? name : name === '' ? 'cover' : undefined;
  if (panel !== undefined) {
    if (!isPanel(panel)) return undefined;
    return { panel, query, lang, title: titleOf(locale, panel) };
  }
  const chapter = spoken && readChapters(spoken).find(({ slug }) => slug === name);
  return chapter && { panel: panelIn(chapter), query, lang, title: chapter.frontmatter.title };
}
