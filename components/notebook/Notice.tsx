'use client';
// A sentence about the link that was opened, where something in it could not be read, or is not there.

import { usePanelWords } from '../i18n/PanelWords';
import { useNotebookState } from './context';
import { lateRound } from './late-round';

export function Notice() {
  const words = usePanelWords('notebook');
  const notice = useNotebookState((state) => state.notice);
  const late = useNotebookState((state) => lateRound(state, words));
  return (
    <div role="status" className="notice-place">
      {notice && (
        <p className="notice" lang="en">
          {notice}
        </p>
      )}
      {late && <p className="notice">{late}</p>}
    </div>
  );
}
