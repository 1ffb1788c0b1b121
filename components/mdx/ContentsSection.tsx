// The chapters as a section of a page, and the ways to what is no chapter.

import type { ReactNode } from 'react';
import { wordsOf } from '../i18n/catalogue';
import type { Locale } from '../i18n/locales';
import { PageLink } from '../ui/PageLink';
import { Contents } from './Contents';

type ContentsSectionProps = Readonly<{
  locale: Locale;
  /** What is said of the chapters. */
  lede?: ReactNode;
  /** Further links. */
  children?: ReactNode;
}>;

export function ContentsSection({ locale, lede, children }: ContentsSectionProps) {
  const words = wordsOf(locale, 'home');
  return (
    <section className="contents-section" aria-labelledby="contents-title">
      <h2 id="contents-title">{words('contents')}</h2>
      {lede && <p className="lede">{lede}</p>}
      <Contents locale={locale} />
      <p className="contents-more">
        <PageLink className="prose-link" href={`/${locale}/history`}>
          {words('map')}
        </PageLink>
        <PageLink className="prose-link" href={`/${locale}/glossary`}>
          {words('glossary')}
        </PageLink>
        <PageLink className="prose-link" href="/classroom">
          {words('classroom')}
        </PageLink>
        {children}
      </p>
    </section>
  );
}
