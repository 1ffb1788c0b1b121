'use client';

// The same page in the other languages. What the reader has set comes along in the address.

import { usePathname, useRouter } from 'next/navigation';
import type { MouseEvent } from 'react';
import { PageLink } from '../ui/PageLink';
import { addressIn, LOCALE_NAMES, LOCALES, type Locale, localeOf } from './locales';

export function LocaleSwitch({ locale, label }: Readonly<{ locale: Locale; label: string }>) {
  const router = useRouter();
  const parts = usePathname().split('/').filter(Boolean);
  const path = localeOf(parts[0]) ? parts.slice(1) : parts;
  const go = (href: string) => (event: MouseEvent) => {
    if (location.search === '' || event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    router.push(href + location.search);
  };
  return (
    <nav className="locales" aria-label={label}>
      {LOCALES.filter((other) => other !== locale).map((other) => {
        const href = addressIn(other, ['', ...path].join('/'));
        return (
          <PageLink key={other} href={href} hrefLang={other} lang={other} onClick={go(href)}>
            {LOCALE_NAMES[other]}
          </PageLink>
        );
      })}
    </nav>
  );
}
