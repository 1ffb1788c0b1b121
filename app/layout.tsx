// The sheet that every page is written on: faces, theme, head and foot.

import type { Metadata } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { ThemeSwitch } from '@/components/ui/ThemeSwitch';
import { THEME_SCRIPT } from '@/components/ui/theme';
import { mono, sans, serif } from './fonts';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Foretoken: Parallel Token Prediction, live', template: '%s · Foretoken' },
  description:
    'A small trained language model in your tab writes several tokens in one call. Turn a random number and see the text change.',
};

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html
      lang="en"
      className={`${serif.variable} ${sans.variable} ${mono.variable}`}
      suppressHydrationWarning
    >
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant, before first paint */}
        <script dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />
      </head>
      <body>
        <a className="skip" href="#main">
          Skip to the text
        </a>
        <header className="page">
          <div className="masthead">
            <Link className="wordmark" href="/">
              Foretoken
            </Link>
            <ThemeSwitch />
          </div>
        </header>
        <main id="main" className="page" tabIndex={-1}>
          {children}
        </main>
        <footer className="page">
          <div className="colophon">
            <p>
              Code and model weights: MIT licence. The names model is trained on the first names of
              2018 as published by the US Social Security Administration; the tales model on
              eighteen books of fairy tales in the public domain.
            </p>
            <p>
              Everything runs in this tab. Nothing you write or turn leaves it, and no other server
              is asked for anything.{' '}
              <Link className="prose-link" href="/check">
                Check this device
              </Link>
            </p>
          </div>
        </footer>
      </body>
    </html>
  );
}
