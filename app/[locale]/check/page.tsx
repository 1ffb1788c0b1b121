// The page that checks a device, in a language.

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CheckPage, checkMetadata } from '@/components/check/CheckPage';
import { localeOf } from '@/components/i18n/locales';

type Props = Readonly<{ params: Promise<{ locale: string }> }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return checkMetadata(localeOf((await params).locale) ?? notFound());
}

export default async function Page({ params }: Props) {
  return <CheckPage locale={localeOf((await params).locale) ?? notFound()} />;
}
