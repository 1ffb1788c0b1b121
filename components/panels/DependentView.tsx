'use client';

// The picture of dependent and independent prediction: three squares, then many draws. A pure function.

import type { Config } from '@/gpu';
import type { Draws, Squares } from '../notebook/state';
import { writeU } from '../ui/unit-number';
import { DrawsTable } from './DrawsTable';
import { SquareRow } from './SquareRow';
import type { Point } from './square';

export type DependentViewProps = Readonly<{
  config: Config;
  squares: Squares | null;
  drawn: Draws | null;
  at: Point;
  onMove: (point: Point) => void;
}>;

export function DependentView({ config, squares, drawn, at, onMove }: DependentViewProps) {
  return (
    <>
      <p className="dependent-lead">
        Across goes u<sub>1</sub>, upwards u<sub>2</sub>; each point has the colour of the two
        letters it leads to. The crosshair stands at{' '}
        <span className="figures">{writeU(at.u1, 2)}</span>,{' '}
        <span className="figures">{writeU(at.u2, 2)}</span>; drag it. Crossed out: another pair than
        one at a time.
      </p>
      {squares && <SquareRow config={config} squares={squares} at={at} onMove={onMove} />}
      {drawn && <DrawsTable config={config} drawn={drawn} />}
    </>
  );
}
