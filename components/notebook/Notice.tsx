'use client';
// A sentence about the link that was opened, where something in it could not be read, or is not there.

import { usePanelWords } from '../i18n/PanelWords';
import { noticeOf } from './address';
import { useNotebookState } from './context';
import { lateRound } from './late-round';

export function Notice() {
  const words = usePanelWords('notebook');
  const link = usePanelWords('problems');
  const problems = useNotebookState((state) => state.problems);
  const late = useNotebookState((state) => lateRound(state, words));
  return (
    <div role="status" className="notice-place">
      {problems.length > 0 && <p className="notice">{noticeOf(problems, link)}</p>}
      {late && <p className="notice">{late}</p>}
    </div>
  );
}
