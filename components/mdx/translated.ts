// Which file of content/ a page in a language shows: content/<folder>/<locale>/<name>, or the English one standing in
// where that language has none.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_LOCALE, type Locale } from '../i18n/locales';

/** @returns the file, and the language that it is written in */
export function translated(folder: string, locale: Locale, name: string) {
  const language = isThere(`${folder}/${locale}/${name}`) ? locale : DEFAULT_LOCALE;
  return { file: `${folder}/${language}/${name}`, language };
}

/** @param file a path from the project's folder */
export function isThere(file: string): boolean {
  return existsSync(join(/* turbopackIgnore: true */ process.cwd(), file));
}
