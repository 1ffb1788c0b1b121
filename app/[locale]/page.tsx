// The home page in a language.

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { localeOf } from '@/components/i18n/locales';
import { Home, homeAlternates } from '../home';

type Props = Readonly<{ params: Promise<{ locale: string }> }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { alternates: homeAlternates(localeOf((await params).locale) ?? notFound()) };
}

export default async function Page({ params }: Props) {
  return <Home locale={localeOf((await params).locale) ?? notFound()} />;
}
