'use client';
// The picture of dependent and independent prediction: three squares, then many draws. A pure function.

import type { Config } from '@/gpu';
import { usePanelWords } from '../i18n/PanelWords';
import type { Draws, Squares } from '../notebook/state';
import { writeU } from '../ui/unit-number';
import { DrawsTable } from './DrawsTable';
import { SquareRow } from './SquareRow';
import type { Point } from './square';
import { tags } from './tags';

export type DependentViewProps = Readonly<{
  config: Config;
  squares: Squares | null;
  drawn: Draws | null;
  at: Point;
  onMove: (point: Point) => void;
}>;

export function DependentView({ config, squares, drawn, at, onMove }: DependentViewProps) {
  const words = usePanelWords('dependent');
  return (
    <>
      <p className="dependent-lead">
        {words.rich('lead', tags, { u1: writeU(at.u1, 2), u2: writeU(at.u2, 2) })}
      </p>
      {squares && <SquareRow config={config} squares={squares} at={at} onMove={onMove} />}
      {drawn && <DrawsTable config={config} drawn={drawn} />}
    </>
  );
}
