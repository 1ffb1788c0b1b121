// An address that leads nowhere.

import type { Metadata } from 'next';
import { wordsOf } from '@/components/i18n/catalogue';
import { DEFAULT_LOCALE } from '@/components/i18n/locales';
import { PageLink } from '@/components/ui/PageLink';
import { Sheet, sheetMetadata } from './sheet';

export const metadata: Metadata = {
  ...sheetMetadata(DEFAULT_LOCALE),
  title: wordsOf(DEFAULT_LOCALE, 'page')('lostTitle'),
};

export default function NotFound() {
  const words = wordsOf(DEFAULT_LOCALE, 'page');
  return (
    <Sheet locale={DEFAULT_LOCALE}>
      <section className="passage lonely">
        <h1>{words('lostTitle')}</h1>
        <p>{words.rich('lost', { home: (text) => <PageLink href="/">{text}</PageLink> })}</p>
      </section>
    </Sheet>
  );
}
