// The home page in a language.

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { alternates, localeOf } from '@/components/i18n/locales';
import { Home } from '../home';

type Props = Readonly<{ params: Promise<{ locale: string }> }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { alternates: alternates(localeOf((await params).locale) ?? notFound(), '') };
}

export default async function Page({ params }: Props) {
  return <Home locale={localeOf((await params).locale) ?? notFound()} />;
}
