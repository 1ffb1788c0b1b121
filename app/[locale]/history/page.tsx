// The systems of the story on one line.

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { wordsOf } from '@/components/i18n/catalogue';
import { alternates, localeOf } from '@/components/i18n/locales';
import { HistoryMap } from '@/components/mdx/HistoryMap';

type Props = Readonly<{ params: Promise<{ locale: string }> }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = localeOf((await params).locale) ?? notFound();
  const words = wordsOf(locale, 'history');
  return {
    alternates: alternates(locale, '/history'),
    title: words('title'),
    description: words('summary'),
  };
}

export default async function Page({ params }: Props) {
  return <HistoryMap locale={localeOf((await params).locale) ?? notFound()} />;
}
