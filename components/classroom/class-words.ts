// Which words of content/messages/, `panels.<id>`, each page of the classroom hands to its browser.

import type { PanelId } from '../i18n/catalogue';
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
