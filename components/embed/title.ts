// What a panel is called where it stands alone: its own title; the cover, which has no heading, has one for this.

import { panelWordsOf } from '../i18n/catalogue';
import type { Locale } from '../i18n/locales';
import type { EmbedName } from '../panels/embeds';

export function titleOf(locale: Locale, name: EmbedName): string {
  return panelWordsOf(locale, name)('title');
}
