// What a reader without a network sees in the place of a page that is not kept (components/offline/worker.ts).

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { wordsOf } from '@/components/i18n/catalogue';
import { localeOf } from '@/components/i18n/locales';
import { Contents } from '@/components/mdx/Contents';
import { PageLink } from '@/components/ui/PageLink';

type Props = Readonly<{ params: Promise<{ locale: string }> }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = localeOf((await params).locale) ?? notFound();
  return { title: wordsOf(locale, 'offline')('title'), robots: { index: false } };
}

export default async function Page({ params }: Props) {
  const locale = localeOf((await params).locale) ?? notFound();
  const words = wordsOf(locale, 'offline');
  const home = wordsOf(locale, 'home');
  return (
    <>
      <section className="passage lonely">
        <h1>{words('title')}</h1>
        <p>
          {words.rich('text', {
            home: (text) => (
              <PageLink className="prose-link" href={`/${locale}`}>
                {text}
              </PageLink>
            ),
          })}
        </p>
      </section>
      <section className="contents-section" aria-labelledby="contents-title">
        <h2 id="contents-title">{home('contents')}</h2>
        <Contents locale={locale} />
        <p className="contents-more">
          <PageLink className="prose-link" href={`/${locale}/history`}>
            {home('map')}
          </PageLink>
          <PageLink className="prose-link" href={`/${locale}/glossary`}>
            {home('glossary')}
          </PageLink>
          <PageLink className="prose-link" href="/classroom">
            {home('classroom')}
          </PageLink>
        </p>
      </section>
    </>
  );
}
