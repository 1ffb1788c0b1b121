'use client';
// A page of the classroom in the language of its room, which is known once the room has answered. English words
// come with the page, others when they are needed.

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { PanelMessages } from '../i18n/catalogue';
import { DEFAULT_LOCALE, LOCALES, type Locale } from '../i18n/locales';
import { PanelWords } from '../i18n/PanelWords';
import { at } from '../site';
import { type ClassPage, wordsFile } from './class-words';

type Messages = Partial<PanelMessages>;

export type ClassLanguageProps = Readonly<{
  page: ClassPage;
  /** The English words of the page. */
  messages: Messages;
  children: ReactNode;
}>;

const Speak = createContext<(language: Locale) => void>(() => {});

export function ClassLanguage({ page, messages, children }: ClassLanguageProps) {
  const english = useMemo(() => ({ locale: DEFAULT_LOCALE, messages }), [messages]);
  const [language, setLanguage] = useState<Locale>(DEFAULT_LOCALE);
  const [other, setOther] = useState<{ locale: Locale; messages: Messages } | null>(null);
  const given = other?.locale === language ? other : english;

  useEffect(() => {
    if (language === DEFAULT_LOCALE) return;
    let left = false;
    const read = async () => {
      const response = await fetch(at(`/classroom/words/${wordsFile(page, language)}`));
      const words = (await response.json()) as Messages;
      if (!left) setOther({ locale: language, messages: words });
    };
    read().catch(() => {}); // the English words stay
    return () => {
      left = true;
    };
  }, [page, language]);

  useEffect(() => {
    document.documentElement.lang = given.locale;
  }, [given.locale]);

  return (
    <Speak value={setLanguage}>
      <PanelWords {...given}>{children}</PanelWords>
    </Speak>
  );
}

/** Has the page speak a language, once it is known. */
export function useClassLanguage(language: Locale | undefined): void {
  const speak = useContext(Speak);
  useEffect(() => {
    if (language) speak(language);
  }, [language, speak]);
}

/** The first of the browser's languages that is one of ours; undefined until the page is mounted. */
export function useBrowserLanguage(): Locale | undefined {
  const [language, setLanguage] = useState<Locale>();
  useEffect(() => {
    const wanted = navigator.languages.map((tag) => tag.split('-')[0]);
    const ours = wanted.flatMap((name) => LOCALES.filter((locale) => locale === name));
    setLanguage(ours[0] ?? DEFAULT_LOCALE);
  }, []);
  return language;
}
