// The page that checks a device, in the default language; the others are at `/de/check` and so on.

import { CheckPage, checkMetadata } from '@/components/check/CheckPage';
import { DEFAULT_LOCALE } from '@/components/i18n/locales';

export const metadata = checkMetadata(DEFAULT_LOCALE);

export default function Page() {
  return <CheckPage locale={DEFAULT_LOCALE} />;
}
