import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { FAULT_CODES, type Told } from '@/gpu';
import { panelMessages } from './catalogue';
import { FaultSaid } from './FaultSaid';
import type { Locale } from './locales';
import { PanelWords } from './PanelWords';

function said(locale: Locale, code: Told['code']): string {
  return renderToStaticMarkup(
    <PanelWords locale={locale} messages={panelMessages(locale, ['ui'])}>
      <FaultSaid fault={{ code, message: 'a.json: 2 < 3.' }} />
    </PanelWords>,
  );
}

const DETAIL = '<span lang="en">a.json: 2 &lt; 3.</span>';

test.each([...FAULT_CODES, 'no-checksum'] as const)(
  '%s has a sentence in German before its own, which is marked as English',
  (code) => {
    expect(said('en', code)).toBe(DETAIL);
    const german = said('de', code);
    expect(german.endsWith(`. ${DETAIL}`)).toBe(true);
    expect(german.length).toBeGreaterThan(DETAIL.length + 20);
  },
);
