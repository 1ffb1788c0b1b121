// A compiled message and its values, written out in a language. Works on the server and in the browser; what
// parses the catalogues stays on the server (catalogue.ts).

import formatMessage, { type CompiledMessage } from 'icu-minify/format';
import { createElement, Fragment, type ReactNode } from 'react';
import type { Say } from '@/gpu';
import type { Locale } from './locales';
import { type Numbers, numbersIn } from './numbers';

/** Compiled messages of one namespace, by key. */
export type Compiled<Key extends string> = Readonly<Record<Key, CompiledMessage>>;

type Values = Readonly<Record<string, string | number>>;
/** What a tag of a message becomes: `<n>0.4</n>` is `tags.n('0.4')`. */
export type Tags = Readonly<Record<string, (inside: string) => ReactNode>>;

/** From a key, and the values that its message has places for, to the sentence. */
export type Words<Key extends string> = {
  (key: Key, values?: Values): string;
  /** The same for a message with tags. */
  readonly rich: (key: Key, tags: Tags, values?: Values) => ReactNode;
} & Numbers;

const formatters = {
  getDateTimeFormat: (...given: ConstructorParameters<typeof Intl.DateTimeFormat>) =>
    new Intl.DateTimeFormat(...given),
  getNumberFormat: (...given: ConstructorParameters<typeof Intl.NumberFormat>) =>
    new Intl.NumberFormat(...given),
  getPluralRules: (...given: ConstructorParameters<typeof Intl.PluralRules>) =>
    new Intl.PluralRules(...given),
};

/** Writes what the engine says in the words of the page, with its numbers as the page writes them. */
export function sayWith<Key extends string>(words: Words<Key>): Say<Key> {
  return ({ key, values }) => {
    const written = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' ? words.number(value) : value,
    ]);
    return words(key, Object.fromEntries(written));
  };
}

export function wordsFrom<Key extends string>(messages: Compiled<Key>, locale: Locale): Words<Key> {
  const words = (key: Key, values: Values = {}) =>
    String(formatMessage(messages[key], locale, values, { formatters }));
  const rich = (key: Key, tags: Tags, values: Values = {}) => {
    const calls = Object.entries(tags).map(([name, tag]) => {
      return [name, (inside: readonly unknown[]) => tag(inside.join(''))] as const;
    });
    const given = { ...values, ...Object.fromEntries(calls) };
    const pieces = formatMessage<ReactNode>(messages[key], locale, given, { formatters });
    return createElement(Fragment, null, ...(Array.isArray(pieces) ? pieces : [pieces]));
  };
  return Object.assign(words, { rich, ...numbersIn(locale) });
}
