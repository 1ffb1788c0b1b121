// Hands the words of a page of the classroom to its browser.

import type { ReactNode } from 'react';
import { panelMessages } from '../i18n/catalogue';
import { ClassLanguage } from './ClassLanguage';
import { CLASS_WORDS, type ClassPage } from './class-words';

export function ClassWords({ page, children }: Readonly<{ page: ClassPage; children: ReactNode }>) {
  return (
    <ClassLanguage page={page} messages={panelMessages('en', CLASS_WORDS[page])}>
      {children}
    </ClassLanguage>
  );
}
