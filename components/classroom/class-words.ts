// Which words of content/messages/, `panels.<id>`, each page of the classroom hands to its browser.

import type { PanelId } from '../i18n/catalogue';
import type { Locale } from '../i18n/locales';
import { wordIdsOf } from '../panels/panel-words';

/** Words of what SceneFigure draws. */
const SEEN = ['classroomRoom', 'cover', 'aux', 'dependent', 'accept', 'methods', 'tree'] as const;

export const CLASS_WORDS = {
  start: ['classroomOpen'],
  student: SEEN,
  screen: SEEN,
  /** The panels of PanelCast.tsx stand on the teacher's page as they stand in a chapter. */
  teacher: [
    'classroomTeach',
    ...SEEN,
    ...wordIdsOf(['Cover', 'AuxPanel', 'DependentPanel', 'AcceptPanel', 'TreePanel']),
  ],
} as const satisfies Readonly<Record<string, readonly PanelId[]>>;

export type ClassPage = keyof typeof CLASS_WORDS;
export const CLASS_PAGES = Object.keys(CLASS_WORDS) as ClassPage[];

/** Name of the file with the words of a page in a language. */
export function wordsFile(page: ClassPage, language: Locale): string {
  return `${page}.${language}.json`;
}
