// oEmbed, for hosts that turn a pasted address into a figure. Source: https://oembed.com, version 1.0.

import { embedAddress, isPanel, type PanelId } from '@/packages/foretoken-embed/src';
import { wordsOf } from '../i18n/catalogue';
import { DEFAULT_LOCALE, localeOf } from '../i18n/locales';
import { panelIn, readChapters } from '../mdx/chapters';
import { MAX_QUERY_BYTES } from './parameters';
import { SITE } from './site';

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
type Shown = Readonly<{ panel: PanelId; query: string; title: string }>;

const WIDTH = 720;
const DAY_SECONDS = 86_400;

/** Height of each panel at that width; `e2e/widget.e2e.ts` holds them against the real ones. */
export const HEIGHTS: Readonly<Record<PanelId, number>> = {
  cover: 620,
  aux: 900,
  dependent: 900,
  accept: 1400,
  cost: 620,
  joint: 900,
  letters: 760,
  proof: 820,
  tree: 760,
  batch: 640,
  bins: 900,
  chain: 760,
  temperature: 760,
  worth: 640,
};

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
  const { panel, query, title } = shown;
  const width = Math.min(WIDTH, most.width);
  const height = Math.min(HEIGHTS[panel], most.height);
  return {
    ...{ version: '1.0', type: 'rich', title },
    ...{ provider_name: 'Foretoken', provider_url: `${SITE}/`, cache_age: DAY_SECONDS },
    html: frameOf(embedAddress(SITE, panel, query), title, width, height),
    ...{ width, height },
  };
}

/** A frame as HTML; `width` may be a percentage. */
export function frameOf(
  address: string,
  title: string,
  width: number | string,
  height: number,
): string {
  const attributes = { src: address, title, width, height, loading: 'lazy', style: 'border:0' };
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${escaped(value)}"`);
  return `<iframe ${written.join(' ')}></iframe>`;
}

/** Where a host finds the answer for a page of ours. @param path with its slash in front */
export function oembedAddress(path: string): string {
  return `${SITE}/oembed?url=${encodeURIComponent(SITE + path)}`;
}

/** The link that hosts look for, for the `alternates.types` of a page's metadata. */
export function discovery(path: string, title: string) {
  return { 'application/json+oembed': [{ url: oembedAddress(path), title }] };
}

function shownAt(address: string): Shown | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.origin !== new URL(SITE).origin || url.search.length > MAX_QUERY_BYTES) return undefined;
  const query = url.search.slice(1);
  const [first = '', second, ...more] = url.pathname.split('/').slice(1);
  if (more.length > 0) return undefined;
  if (first === 'embed') {
    if (second === undefined || !isPanel(second)) return undefined;
    const locale = localeOf(url.searchParams.get('lang') ?? undefined) ?? DEFAULT_LOCALE;
    return { panel: second, query, title: wordsOf(locale, 'embedTitles')(second) };
  }
  const locale = first === '' ? DEFAULT_LOCALE : localeOf(first);
  if (!locale) return undefined;
  if (second === undefined) {
    return { panel: 'cover', query, title: wordsOf(locale, 'embedTitles')('cover') };
  }
  const chapter = readChapters(locale).find(({ slug }) => slug === second);
  return chapter && { panel: panelIn(chapter), query, title: chapter.frontmatter.title };
}

function escaped(value: string | number): string {
  return String(value).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
