'use client';
// A sentence about the link that was opened, where something in it could not be read.

import { useNotebookState } from './context';

export function Notice() {
  const notice = useNotebookState((state) => state.notice);
  return (
    <div role="status" className="notice-place">
      {notice && <p className="notice">{notice}</p>}
    </div>
  );
}
