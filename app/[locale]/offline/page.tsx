// What a reader without a network sees in the place of a page that is not kept (components/offline/worker.ts).

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { wordsOf } from '@/components/i18n/catalogue';
import { localeOf } from '@/components/i18n/locales';
import { ContentsSection } from '@/components/mdx/ContentsSection';
import { PageLink } from '@/components/ui/PageLink';

type Props = Readonly<{ params: Promise<{ locale: string }> }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = localeOf((await params).locale) ?? notFound();
  return { title: wordsOf(locale, 'offline')('title'), robots: { index: false } };
}

export default async function Page({ params }: Props) {
  const locale = localeOf((await params).locale) ?? notFound();
  const words = wordsOf(locale, 'offline');
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
      <ContentsSection locale={locale} />
    </>
  );
}
