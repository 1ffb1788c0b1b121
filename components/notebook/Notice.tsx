'use client';
// A sentence about the link that was opened, where something in it could not be read, or is not there.

import { useNotebookState } from './context';
import { lateRound } from './late-round';

export function Notice() {
  const notice = useNotebookState((state) => state.notice);
  const late = useNotebookState(lateRound);
  return (
    <div role="status" className="notice-place">
      {notice && <p className="notice">{notice}</p>}
      {late && <p className="notice">{late}</p>}
    </div>
  );
}
