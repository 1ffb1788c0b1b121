// The home page in the default language; the others are at `/de` and so on.

import type { Metadata } from 'next';
import { DEFAULT_LOCALE } from '@/components/i18n/locales';
import { Home, homeAlternates } from '../home';

export const metadata: Metadata = { alternates: homeAlternates(DEFAULT_LOCALE) };

export default function Page() {
  return <Home locale={DEFAULT_LOCALE} />;
}
