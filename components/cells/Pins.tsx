'use client';
// Runs put aside below a figure, side by side in a table. The table is loaded with the first of them.

import { lazy, Suspense } from 'react';
import { useNotebookState } from '../notebook/context';
import type { Cell } from './use-cell';

const PinTable = lazy(() => import('./PinTable'));

export function Pins({ cell }: Readonly<{ cell: Cell }>) {
  const some = useNotebookState((state) => state.pins.some((pin) => pin.cell === cell.id));
  if (!some) return null;
  return (
    <Suspense fallback={null}>
      <PinTable id={cell.id} />
    </Suspense>
  );
}
