'use client';
// The three squares beside each other, with what the point under the hand leads to, and how often each
// parts from the teacher.

import { useState } from 'react';
import type { Config, PairGrid } from '@/gpu';
import type { Squares } from '../notebook/state';
import { TokenChip } from '../ui/TokenChip';
import type { TokenState } from '../ui/token';
import { writeU } from '../ui/unit-number';
import { glyph } from './one-shot';
import { PairSquare } from './PairSquare';
import { percent } from './rulers';
import { type Point, pairAt, partings } from './square';

export type SquareRowProps = Readonly<{
  config: Config;
  squares: Squares;
  at: Point;
  onMove: (point: Point) => void;
}>;

const ROWS = [
  { method: 'teacher', name: 'One at a time', right: 'check' },
  { method: 'ptp', name: 'Parallel Token Prediction', right: 'accept' },
  { method: 'independent', name: 'Independent heads', right: 'independent' },
] as const;

export function SquareRow({ config, squares, at, onMove }: SquareRowProps) {
  const [probe, setProbe] = useState<Point | null>(null);
  const { teacher } = squares;
  const place = probe ?? at;
  const truth = pairAt(teacher, place.u1, place.u2);
  return (
    <div className="squares" data-coarse={squares.coarse || undefined}>
      {ROWS.map(({ method, name, right }) => {
        const grid = squares[method];
        const pair = pairAt(grid, place.u1, place.u2);
        return (
          <div key={method} className="square-cell">
            <h4>
              {name}
              <span className="square-up" aria-hidden="true">
                u<sub>2</sub> ↑
              </span>
            </h4>
            <PairSquare
              config={config}
              name={name}
              grid={grid}
              teacher={method === 'teacher' ? undefined : teacher}
              at={at}
              onMove={onMove}
              onProbe={setProbe}
            />
            <div className="square-axis figures" aria-hidden="true">
              <span>0</span>
              <span>
                u<sub>1</sub> →
              </span>
              <span>1</span>
            </div>
            <div className="square-read">
              <Pair config={config} pair={pair} truth={truth} right={right} />
              <p>{method === 'teacher' ? at && where(place) : shareWords(grid, teacher)}</p>
            </div>
          </div>
        );
      })}
    </div>
  );
}

type PairProps = Readonly<{
  config: Config;
  pair: readonly [number, number];
  /** What the teacher writes there. */
  truth: readonly [number, number];
  /** How a right token of this method is drawn. */
  right: TokenState;
}>;

function Pair({ config, pair, truth, right }: PairProps) {
  return (
    <span className="square-pair">
      {pair.map((token, k) => (
        <TokenChip
          // biome-ignore lint/suspicious/noArrayIndexKey: first and second token of the pair
          key={k}
          token={glyph(config, token)}
          state={token === truth[k] ? right : 'reject'}
        />
      ))}
    </span>
  );
}

function where({ u1, u2 }: Point) {
  return (
    <>
      at u<sub>1</sub> <span className="figures">{writeU(u1, 2)}</span>, u<sub>2</sub>{' '}
      <span className="figures">{writeU(u2, 2)}</span>
    </>
  );
}

/** `parts from it at 3.1 % of 2,304 points` */
function shareWords(grid: PairGrid, teacher: PairGrid) {
  if (grid.size !== teacher.size) return null;
  const points = grid.first.length;
  return (
    <>
      another pair at <b className="figures">{percent(partings(grid, teacher) / points)}</b> of{' '}
      {points.toLocaleString('en')} points
    </>
  );
}
