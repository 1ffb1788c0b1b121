// Interface strings: content/messages/<locale>.json, in ICU message syntax, by namespace and key. On the
// server: `wordsOf(locale, 'chapter')('next')`. Client components read theirs with `usePanelWords`.

import compile from 'icu-minify/compile';
import en from '@/content/messages/en.json';
import type { Locale } from './locales';
import { type Compiled, type Words, wordsFrom } from './words';

export type Messages = typeof en;
type Pages = Omit<Messages, 'panels'>;

/** Compiled messages of all panels, by the panel's id. */
export type PanelMessages = Readonly<{
  [Panel in keyof Messages['panels']]: Compiled<keyof Messages['panels'][Panel] & string>;
}>;

const CATALOGUES: Readonly<Record<Locale, Messages>> = { en };

/** A function from a key to its words; an unknown key is a type error. */
export function wordsOf<Name extends keyof Pages>(
  locale: Locale,
  name: Name,
): Words<keyof Pages[Name] & string> {
  return wordsFrom(messagesOf(locale, name), locale);
}

/** The messages of one namespace, for scripts that are not React's. */
export function messagesOf<Name extends keyof Pages>(
  locale: Locale,
  name: Name,
): Compiled<keyof Pages[Name] & string> {
  return compiled(CATALOGUES[locale][name]);
}

/** What <PanelWords> hands to the browser. */
export function panelMessages(locale: Locale): PanelMessages {
  const panels = Object.entries<Texts>(CATALOGUES[locale].panels);
  return Object.fromEntries(panels.map(([id, own]) => [id, compiled(own)])) as PanelMessages;
}

type Texts = Readonly<Record<string, string>>;

/** Plain objects all through: compiled plurals have no prototype, and React hands on only what has one. */
function compiled(messages: Texts): Compiled<string> {
  const entries = Object.entries(messages).map(([key, text]) => [key, compile(text)] as const);
  return JSON.parse(JSON.stringify(Object.fromEntries(entries)));
}
