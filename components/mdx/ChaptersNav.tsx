// The ways on from a page of the notebook: its neighbours, where it has some, and the list of all chapters.

import type { ReactNode } from 'react';
import { wordsOf } from '../i18n/catalogue';
import type { Locale } from '../i18n/locales';
import { Contents } from './Contents';

/** @param current slug of the chapter that the page is */
export function ChaptersNav(
  props: Readonly<{ locale: Locale; current?: string; children?: ReactNode }>,
) {
  const { locale, current, children } = props;
  const title = wordsOf(locale, 'chapter')('contents');
  return (
    <nav className="chapter-turn" aria-label={title}>
      {children}
      <details>
        <summary>{title}</summary>
        <Contents locale={locale} {...(current && { current })} />
      </details>
    </nav>
  );
}
