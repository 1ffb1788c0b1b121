// A language of the page. The frame around it (app/layout.tsx) is English until it is translated.

import type { ReactNode } from 'react';
import { localeOf, localeParams } from '@/components/i18n/locales';

export const dynamicParams = false;
export const generateStaticParams = localeParams;

type Props = Readonly<{ children: ReactNode; params: Promise<{ locale: string }> }>;

export default async function Layout({ children, params }: Props) {
  const locale = localeOf((await params).locale);
  return (
    <div className="language" lang={locale}>
      {children}
    </div>
  );
}
