// The home page in the default language; the others are at `/de` and so on.

import type { Metadata } from 'next';
import { alternates, DEFAULT_LOCALE } from '@/components/i18n/locales';
import { Home } from '../home';

export const metadata: Metadata = { alternates: alternates(DEFAULT_LOCALE, '') };

export default function Page() {
  return <Home locale={DEFAULT_LOCALE} />;
}
