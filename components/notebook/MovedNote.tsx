'use client';
// Says what undo and redo changed: it may lie in another figure than the one that the reader looks at.

import { useEffect, useState } from 'react';
import { usePanelWords } from '../i18n/PanelWords';
import { useNotebookState } from './context';
import type { Touched } from './state';

/** Long enough to be read, ms. */
const SHOWN_MS = 6000;

export function MovedNote() {
  const words = usePanelWords('moved');
  const moved = useNotebookState((state) => state.moved);
  const [over, setOver] = useState<typeof moved>(null);
  useEffect(() => {
    if (!moved) return;
    const timer = setTimeout(() => setOver(moved), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [moved]);
  const shown = moved !== over && moved;
  const say = ({ model, name }: Touched) =>
    model ? words('of', { what: words(name), model }) : words(name);
  return (
    <div role="status" className="moved-place">
      {shown && (
        <p className="moved">{words(shown.way, { what: shown.what.map(say).join(', ') })}</p>
      )}
    </div>
  );
}
