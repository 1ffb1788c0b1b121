// Interface strings: content/messages/<locale>.json, in ICU message syntax, by namespace and key. On the
// server: `wordsOf(locale, 'chapter')('next')`. Client components read theirs with `usePanelWords`.

import compile from 'icu-minify/compile';
import de from '@/content/messages/de.json';
import en from '@/content/messages/en.json';
import { CHECK_WORDS, METHOD_NAMES, type MethodName, methods, PROBLEM_WORDS } from '@/gpu';
import type { Locale } from './locales';
import { type Compiled, type Words, wordsFrom } from './words';

/** The methods' own words are English: gpu/decoding/registry.ts. */
const METHOD_WORDS = Object.fromEntries(
  METHOD_NAMES.flatMap((name) => {
    const { label, short, description } = methods[name];
    return Object.entries({ label, short, description }).map(([key, text]) => [
      `${name}.${key}`,
      text,
    ]);
  }),
) as Readonly<Record<`${MethodName}.${'label' | 'short' | 'description'}`, string>>;

/** What the engine says itself stands there, in English; here in the other languages. */
const ENGINE_WORDS = {
  methods: METHOD_WORDS,
  checks: CHECK_WORDS,
  problems: { ...en.panels.problems, ...PROBLEM_WORDS },
};

const english = { ...en, panels: { ...en.panels, ...ENGINE_WORDS } };

export type Messages = typeof english;
type Pages = Omit<Messages, 'panels'>;

/** Namespaces of `panels`: one for each panel, and those that several share. */
export type PanelId = keyof Messages['panels'];
export type PanelWordsOf<Id extends PanelId> = Words<keyof Messages['panels'][Id] & string>;

/** Compiled messages of panels, by the panel's id. */
export type PanelMessages = Readonly<{
  [Id in PanelId]: Compiled<keyof Messages['panels'][Id] & string>;
}>;

export const CATALOGUES: Readonly<Record<Locale, Messages>> = { en: english, de };

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

/** The same for the words of a panel, where no browser is. */
export function panelWordsOf<Id extends PanelId>(locale: Locale, id: Id): PanelWordsOf<Id> {
  return wordsFrom(compiled(CATALOGUES[locale].panels[id]), locale);
}

/** What <PanelWords> hands to the browser. */
export function panelMessages<Id extends PanelId>(
  locale: Locale,
  ids: readonly Id[],
): Pick<PanelMessages, Id> {
  const { panels } = CATALOGUES[locale];
  const entries = [...new Set(ids)].map((id) => [id, compiled(panels[id])]);
  return Object.fromEntries(entries) as Pick<PanelMessages, Id>;
}

type Texts = Readonly<Record<string, string>>;

/** Plain objects all through: compiled plurals have no prototype, and React hands on only what has one. */
function compiled(messages: Texts): Compiled<string> {
  const entries = Object.entries(messages).map(([key, text]) => [key, compile(text)] as const);
  return JSON.parse(JSON.stringify(Object.fromEntries(entries)));
}
