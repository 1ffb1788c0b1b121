// The languages of the page. A language is a path segment (`/en/…`); `/` shows the default one.
// A new one: its name here, a catalogue in content/messages/, chapters one at a time in content/chapters/.

export const LOCALES = ['en'] as const;
export type Locale = (typeof LOCALES)[number];
export const DEFAULT_LOCALE: Locale = 'en';

/** The language that a path segment names; undefined for any other segment. */
export function localeOf(segment: string | undefined): Locale | undefined {
  return LOCALES.find((locale) => locale === segment);
}

/** Every value of the path segment `[locale]`. */
export function localeParams(): { locale: Locale }[] {
  return LOCALES.map((locale) => ({ locale }));
}
