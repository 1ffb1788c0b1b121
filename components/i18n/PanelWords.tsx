'use client';
// Hands the words of the panels to them, in the language of the page.

import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { PanelMessages } from './catalogue';
import type { Locale } from './locales';
import { type Compiled, type Words, wordsFrom } from './words';

type Given = Readonly<{ locale: Locale; messages: PanelMessages }>;

const PanelWordsContext = createContext<Given | null>(null);

export function PanelWords({ children, ...given }: Given & Readonly<{ children: ReactNode }>) {
  return <PanelWordsContext value={given}>{children}</PanelWordsContext>;
}

/** The words of a panel: content/messages/<locale>.json, `panels.<id>`. */
export function usePanelWords<Id extends keyof PanelMessages>(
  id: Id,
): Words<keyof PanelMessages[Id] & string> {
  const given = useContext(PanelWordsContext);
  if (!given)
    throw new Error('A panel with words stands outside <PanelWords>: wrap the page in it.');
  const { messages, locale } = given;
  return useMemo(() => {
    return wordsFrom(messages[id] as Compiled<keyof PanelMessages[Id] & string>, locale);
  }, [messages, id, locale]);
}
