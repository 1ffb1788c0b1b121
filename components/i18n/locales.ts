// The languages of the page. A language is a path segment (`/en/…`); `/` shows the default one.
// A new one: its name here, a catalogue in content/messages/, chapters one at a time in content/chapters/.

export const LOCALES = ['en', 'de'] as const;
export type Locale = (typeof LOCALES)[number];
export const DEFAULT_LOCALE: Locale = 'en';

/** Each language's name, in itself. */
export const LOCALE_NAMES: Readonly<Record<Locale, string>> = { en: 'English', de: 'Deutsch' };

/** The language that a path segment names; undefined for any other segment. */
export function localeOf(segment: string | undefined): Locale | undefined {
  return LOCALES.find((locale) => locale === segment);
}

/** Every value of the path segment `[locale]`. */
export function localeParams(): { locale: Locale }[] {
  return LOCALES.map((locale) => ({ locale }));
}

/** What a page says of itself in other languages; `path` stands behind the language: `/more-heads`. */
export function alternates(locale: Locale, path: string) {
  const address = (one: Locale) => (path === '' && one === DEFAULT_LOCALE ? '/' : `/${one}${path}`);
  const languages = Object.fromEntries(LOCALES.map((one) => [one, address(one)]));
  return {
    canonical: address(locale),
    languages: { ...languages, 'x-default': address(DEFAULT_LOCALE) },
  };
}
