// What a reader copies to show a panel elsewhere. Every address in it is public (components/site.ts).

import { embedAddress, type Look, type PanelId } from '@/packages/foretoken-embed/src';
import { escaped, frameOf } from '../embed/frame';
import { EMBEDS } from '../panels/embeds';
import { FILES_ALONE, SITE } from '../site';

export type CodeKind = 'element' | 'iframe' | 'height' | 'oembed' | 'markdown';

/** What there is to copy; without a server nobody answers for a panel that was tuned. */
export const CODES: readonly CodeKind[] = [
  ...(['element', 'iframe', 'height'] as const),
  ...(FILES_ALONE ? [] : (['oembed'] as const)),
  'markdown',
];

export type Choice = Readonly<{ panel: PanelId; query: string; look: Look; title: string }>;

/** For the page round frames: the messages are those of packages/foretoken-embed/src/protocol.ts. */
const SET_HEIGHTS = `<script>
addEventListener('message', ({ data, source }) => {
  if (!data?.foretoken || data.event !== 'height') return;
  for (const frame of document.querySelectorAll('iframe'))
    if (frame.contentWindow === source) frame.style.height = data.height + 'px';
});
</script>`;

export function codesOf({ panel, query, look, title }: Choice): Readonly<Record<CodeKind, string>> {
  const address = embedAddress(SITE, panel, query, look);
  const { theme, accent, autostart } = look;
  const attributes = Object.entries({ panel, query, theme, accent })
    .filter(([, value]) => value)
    .map(([name, value]) => ` ${name}="${escaped(value ?? '')}"`);
  const picture = embedAddress(SITE, panel, query, { theme }).replace(
    `/embed/${panel}`,
    `/snapshot/${panel}.png`,
  );
  return {
    element: `<script async src="${SITE}/embed.js"></script>
<foretoken-widget${attributes.join('')}${autostart ? ' autostart' : ''}>
  <a href="${escaped(address)}">${escaped(title)}</a>
</foretoken-widget>`,
    iframe: frameOf(address, title, '100%', EMBEDS[panel].height),
    height: SET_HEIGHTS,
    oembed: `${SITE}/oembed?url=${encodeURIComponent(address)}`,
    markdown: `[${FILES_ALONE ? title : `![${title}](${bracketed(picture)})`}](${bracketed(address)})`,
  };
}

/** Brackets would end a link of Markdown. */
function bracketed(address: string): string {
  return address.replaceAll('(', '%28').replaceAll(')', '%29');
}
