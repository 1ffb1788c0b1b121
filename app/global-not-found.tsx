// An address that leads nowhere. Nobody knows in which language its reader reads, so it speaks every one.

import type { Metadata } from 'next';
import { wordsOf } from '@/components/i18n/catalogue';
import { addressIn, DEFAULT_LOCALE, LOCALES } from '@/components/i18n/locales';
import { PageLink } from '@/components/ui/PageLink';
import { Sheet, sheetMetadata } from './sheet';

export const metadata: Metadata = {
  ...sheetMetadata(DEFAULT_LOCALE),
  title: LOCALES.map((locale) => wordsOf(locale, 'page')('lostTitle')).join(' · '),
};

export default function NotFound() {
  return (
    <Sheet locale={DEFAULT_LOCALE}>
      {LOCALES.map((locale) => {
        const words = wordsOf(locale, 'page');
        const Title = locale === DEFAULT_LOCALE ? 'h1' : 'h2';
        const home = (text: string) => <PageLink href={addressIn(locale, '')}>{text}</PageLink>;
        return (
          <section key={locale} className="passage lonely" lang={locale}>
            <Title>{words('lostTitle')}</Title>
            <p>{words.rich('lost', { home })}</p>
          </section>
        );
      })}
    </Sheet>
  );
}
