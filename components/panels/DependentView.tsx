'use client';
// The picture of dependent and independent prediction: three squares, then many draws. A pure function.

import { usePanelWords } from '../i18n/PanelWords';
import type { Draws, Squares } from '../notebook/state';
import { writeU } from '../ui/unit-number';
import { DrawsTable } from './DrawsTable';
import { SquareRow, type SquareRowProps } from './SquareRow';
import { tags } from './tags';

export type DependentViewProps = Omit<SquareRowProps, 'squares'> &
  Readonly<{ squares: Squares | null; drawn: Draws | null }>;

export function DependentView({ squares, drawn, ...view }: DependentViewProps) {
  const { config, at } = view;
  const words = usePanelWords('dependent');
  return (
    <>
      <p className="dependent-lead">
        {words.rich('lead', tags, { u1: writeU(at.u1, words, 2), u2: writeU(at.u2, words, 2) })}
      </p>
      {squares && <SquareRow {...view} squares={squares} />}
      {drawn && <DrawsTable config={config} drawn={drawn} />}
    </>
  );
}
