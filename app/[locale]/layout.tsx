// The pages of a language, which is the first part of their address.

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { localeOf, localeParams } from '@/components/i18n/locales';
import { Sheet, sheetMetadata } from '../sheet';

export const dynamicParams = false;
export const generateStaticParams = localeParams;

type Props = Readonly<{ children: ReactNode; params: Promise<{ locale: string }> }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return sheetMetadata(localeOf((await params).locale) ?? notFound());
}

export default async function Layout({ children, params }: Props) {
  const locale = localeOf((await params).locale) ?? notFound();
  return (
    <Sheet locale={locale} translated>
      {children}
    </Sheet>
  );
}
