// The words of content/messages/, `panels.<id>`, that a page hands out: those of its own panels.

import type { PanelId } from '../i18n/catalogue';
import { EMBEDS } from './embeds';
import type { PanelName } from './index';

/** `notebook`, `problems`, `cell`, `methods` and `moved` every page with panels reads, and `ui` every page hands out. */
const WORDS = Object.fromEntries(
  Object.values(EMBEDS).map(({ panel, words }) => [panel, words]),
) as Readonly<Record<PanelName, readonly PanelId[]>>;

/** The panels that a chapter's text names. */
export function panelsIn(text: string): PanelName[] {
  const names = Object.keys(WORDS) as PanelName[];
  return names.filter((name) => new RegExp(`<${name}\\b`).test(text));
}

/** The words that a page with these panels hands to the browser. */
export function wordIdsOf(names: readonly PanelName[]): PanelId[] {
  return [
    'notebook',
    'problems',
    'cell',
    'methods',
    'moved',
    ...names.flatMap((name) => WORDS[name]),
  ];
}
