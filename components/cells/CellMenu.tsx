'use client';
// One small button for everything that can be done with a figure. What it opens is loaded when it is opened.

import './cell.css';
import { lazy, Suspense, useCallback, useRef, useState } from 'react';
import { usePanelWords } from '../i18n/PanelWords';
import { IconButton } from '../ui/Button';
import type { TableData } from '../ui/DataTable';
import type { Cell } from './use-cell';

const CellActions = lazy(() => import('./CellActions'));

export type CellMenuProps = Readonly<{
  cell: Cell;
  /** Of the figure, for files and tables. */
  title: string;
  table?: TableData | undefined;
}>;

export function CellMenu({ cell, title, table }: CellMenuProps) {
  const words = usePanelWords('cell');
  const [open, setOpen] = useState(false);
  /** Stays once loaded: it may have a box open over the page. */
  const [wanted, setWanted] = useState(false);
  const place = useRef<HTMLSpanElement>(null);
  const onClose = useCallback((focus: boolean) => {
    setOpen(false);
    if (focus) place.current?.querySelector('button')?.focus();
  }, []);
  return (
    <span className="cell-menu-place" ref={place}>
      <IconButton
        icon="more"
        label={words('more', { title })}
        aria-expanded={open}
        onClick={() => {
          setWanted(true);
          setOpen(!open);
        }}
      />
      {wanted && (
        <Suspense fallback={null}>
          <CellActions {...{ cell, title, table, open, place, onClose }} />
        </Suspense>
      )}
    </span>
  );
}
