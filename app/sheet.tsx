// The sheet that every page is written on, the `<html>` of each root layout: faces, theme, head and foot.

import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { messagesOf, panelMessages, wordsOf } from '@/components/i18n/catalogue';
import { LocaleSwitch } from '@/components/i18n/LocaleSwitch';
import { addressIn, type Locale } from '@/components/i18n/locales';
import { PanelWords } from '@/components/i18n/PanelWords';
import { modelFiles } from '@/components/offline/model-files';
import { OfflineLine } from '@/components/offline/OfflineLine';
import { SITE } from '@/components/site';
import { Awake } from '@/components/ui/Awake';
import { EARLY_SCRIPT } from '@/components/ui/early';
import { PageLink } from '@/components/ui/PageLink';
import { ThemeSwitch } from '@/components/ui/ThemeSwitch';
import { THEME_SCRIPT } from '@/components/ui/theme';
import { mono, sans, serif } from './fonts';
import { GRAPH } from './graph';
import './globals.css';

/** The same for every request. */
const MODEL_FILES = modelFiles();

export type SheetProps = Readonly<{
  locale: Locale;
  /** The page is there in every language. */
  translated?: boolean;
  children: ReactNode;
}>;

export function Sheet({ locale, translated = false, children }: SheetProps) {
  const words = wordsOf(locale, 'page');
  return (
    <html
      lang={locale}
      className={`${serif.variable} ${sans.variable} ${mono.variable}`}
      suppressHydrationWarning
    >
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own constants, before first paint */}
        <script dangerouslySetInnerHTML={{ __html: `${THEME_SCRIPT};${EARLY_SCRIPT}` }} />
      </head>
      <body data-late="">
        <PanelWords locale={locale} messages={panelMessages(locale, ['ui'])}>
          <a className="skip" href="#main">
            {words('skip')}
          </a>
          <header className="page">
            <div className="masthead">
              <PageLink className="wordmark" href={addressIn(locale, '')}>
                Foretoken
              </PageLink>
              {translated && <LocaleSwitch locale={locale} label={words('language')} />}
              <ThemeSwitch label={words('theme')} tip={words('themeTip')} />
            </div>
          </header>
          <main id="main" className="page" tabIndex={-1}>
            {children}
          </main>
          <footer className="page">
            <div className="colophon">
              <p>{words('licence')}</p>
              <p>
                {words('privacy')}{' '}
                <PageLink className="prose-link" href={addressIn(locale, '/check')}>
                  {words('check')}
                </PageLink>
              </p>
              <OfflineLine
                locale={locale}
                messages={messagesOf(locale, 'offline')}
                files={MODEL_FILES}
              />
            </div>
          </footer>
          <Awake />
        </PanelWords>
      </body>
    </html>
  );
}

/** What every page of a language says of itself unless it says better. */
export function sheetMetadata(locale: Locale): Metadata {
  const words = wordsOf(locale, 'page');
  return {
    metadataBase: new URL(SITE),
    title: { default: words('title'), template: '%s · Foretoken' },
    description: words('description'),
    openGraph: { ...GRAPH, images: '/figures/cover.png' },
    twitter: { card: 'summary_large_image' },
  };
}
