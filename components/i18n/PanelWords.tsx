'use client';
// Hands the words of the panels to them, in the language of the page. What an outer one hands out stays.

import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { PanelId, PanelMessages, PanelWordsOf } from './catalogue';
import { DEFAULT_LOCALE, type Locale } from './locales';
import { type Numbers, numbersIn } from './numbers';
import { type Compiled, wordsFrom } from './words';

type Given = Readonly<{ locale: Locale; messages: Partial<PanelMessages> }>;

const PanelWordsContext = createContext<Given>({ locale: DEFAULT_LOCALE, messages: {} });

export function PanelWords(props: Given & Readonly<{ children: ReactNode }>) {
  const { locale, messages, children } = props;
  const outer = useContext(PanelWordsContext).messages;
  const given = useMemo(() => {
    return { locale, messages: { ...outer, ...messages } };
  }, [locale, messages, outer]);
  return <PanelWordsContext value={given}>{children}</PanelWordsContext>;
}

/** The words of a panel: content/messages/<locale>.json, `panels.<id>`. */
export function usePanelWords<Id extends PanelId>(id: Id): PanelWordsOf<Id> {
  const { messages, locale } = useContext(PanelWordsContext);
  const own = messages[id];
  if (!own) throw new Error(`panels.${id}: the page hands out no such words; see <PanelWords>.`);
  return useMemo(() => {
    return wordsFrom(own as Compiled<string>, locale) as PanelWordsOf<Id>;
  }, [own, locale]);
}

/** The language of the words, which may stand in a text of another one. */
export function useLanguage(): Locale {
  return useContext(PanelWordsContext).locale;
}

/** Numbers in the language of the page, for pictures that have no words of their own. */
export function useNumbers(): Numbers {
  return numbersIn(useLanguage());
}
