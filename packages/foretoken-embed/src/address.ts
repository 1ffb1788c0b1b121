// The address of an embedded panel. Used by the element, the gallery and oEmbed alike.

import { PANELS, type PanelId } from './protocol';

/** How a panel looks and wakes; everything else of the query is the notebook's own. */
export type Look = Readonly<{
  theme?: 'light' | 'dark' | 'auto' | undefined;
  lang?: string | undefined;
  /** A colour of CSS in hexadecimal digits, without `#`. */
  accent?: string | undefined;
  autostart?: boolean | undefined;
}>;

export function isPanel(id: string): id is PanelId {
  return PANELS.some((panel) => panel === id);
}

/**
 * @param site public address of a Foretoken, with or without a slash at its end
 * @param query the notebook's query, without its question mark
 */
export function embedAddress(site: string, panel: PanelId, query = '', look: Look = {}): string {
  const { theme, lang, accent, autostart } = look;
  const given = { theme, lang, accent: accent?.replace('#', ''), autostart: autostart ? '1' : '' };
  const own = Object.entries(given)
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}=${encodeURIComponent(value ?? '')}`);
  const all = [query, ...own].filter(Boolean).join('&');
  return `${site.replace(/\/$/, '')}/embed/${panel}${all && `?${all}`}`;
}
