// A compiled message and its values, written out in a language. Works on the server and in the browser; what
// parses the catalogues stays on the server (catalogue.ts).

import formatMessage, { type CompiledMessage } from 'icu-minify/format';
import type { Locale } from './locales';

/** Compiled messages of one namespace, by key. */
export type Compiled<Key extends string> = Readonly<Record<Key, CompiledMessage>>;

/** From a key, and the values that its message has places for, to the sentence. */
export type Words<Key extends string> = (
  key: Key,
  values?: Readonly<Record<string, string | number>>,
) => string;

const formatters = {
  getDateTimeFormat: (...given: ConstructorParameters<typeof Intl.DateTimeFormat>) =>
    new Intl.DateTimeFormat(...given),
  getNumberFormat: (...given: ConstructorParameters<typeof Intl.NumberFormat>) =>
    new Intl.NumberFormat(...given),
  getPluralRules: (...given: ConstructorParameters<typeof Intl.PluralRules>) =>
    new Intl.PluralRules(...given),
};

export function wordsFrom<Key extends string>(messages: Compiled<Key>, locale: Locale): Words<Key> {
  return (key, values = {}) => String(formatMessage(messages[key], locale, values, { formatters }));
}
