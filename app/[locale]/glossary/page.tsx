// Every term in one place; each opens in place where the chapters use it.

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { wordsOf } from '@/components/i18n/catalogue';
import { alternates, localeOf } from '@/components/i18n/locales';
import { GlossaryPage } from '@/components/mdx/GlossaryPage';

type Props = Readonly<{ params: Promise<{ locale: string }> }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = localeOf((await params).locale) ?? notFound();
  const words = wordsOf(locale, 'chapter');
  return {
    alternates: alternates(locale, '/glossary'),
    title: words('glossary'),
    description: words('glossarySummary'),
  };
}

export default async function Page({ params }: Props) {
  return <GlossaryPage locale={localeOf((await params).locale) ?? notFound()} />;
}
