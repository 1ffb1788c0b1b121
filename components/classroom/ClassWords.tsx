// Hands the words of a page of the classroom to its browser.

import type { ReactNode } from 'react';
import { panelMessages } from '../i18n/catalogue';
import { PanelWords } from '../i18n/PanelWords';
import { CLASS_WORDS } from './class-words';

type ClassWordsProps = Readonly<{ page: keyof typeof CLASS_WORDS; children: ReactNode }>;

export function ClassWords({ page, children }: ClassWordsProps) {
  return (
    <PanelWords locale="en" messages={panelMessages('en', CLASS_WORDS[page])}>
      {children}
    </PanelWords>
  );
}
