// The language of the page that is being rendered, for server components deep inside a chapter's text, where
// no property reaches. React keeps it per request, so pages rendered at the same time do not mix.

import { cache } from 'react';
import { DEFAULT_LOCALE, type Locale } from './locales';

const page = cache((): { locale: Locale } => ({ locale: DEFAULT_LOCALE }));

/** Called once by each page, before it returns its elements. */
export function setPageLocale(locale: Locale): void {
  page().locale = locale;
}

export function pageLocale(): Locale {
  return page().locale;
}
