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

/** Pages that need no language in their address where they are in the default one. */
const BARE = ['', '/check'];

/** The address of a page; `path` stands behind the language: `/more-heads`, or nothing for the home page. */
export function addressIn(locale: Locale, path: string): string {
  const plain = locale === DEFAULT_LOCALE && BARE.includes(path);
  return plain ? path || '/' : `/${locale}${path}`;
}

/** What a page says of itself in other languages. */
export function alternates(locale: Locale, path: string) {
  const languages = Object.fromEntries(LOCALES.map((one) => [one, addressIn(one, path)]));
  return {
    canonical: addressIn(locale, path),
    languages: { ...languages, 'x-default': addressIn(DEFAULT_LOCALE, path) },
  };
}
