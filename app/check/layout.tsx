// `/check`, in the default language.

import type { ReactNode } from 'react';
import { DEFAULT_LOCALE } from '@/components/i18n/locales';
import { Sheet, sheetMetadata } from '../sheet';

export const metadata = sheetMetadata(DEFAULT_LOCALE);

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <Sheet locale={DEFAULT_LOCALE} translated>
      {children}
    </Sheet>
  );
}
