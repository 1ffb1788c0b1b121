'use client';
// The three squares beside each other, with what the point under the hand leads to, and how often each
// parts from the teacher.

import { type ReactNode, useState } from 'react';
import type { Config, PairGrid } from '@/gpu';
import type { PanelWordsOf } from '../i18n/catalogue';
import { usePanelWords } from '../i18n/PanelWords';
import type { Squares } from '../notebook/state';
import { lights, type OnLight } from '../ui/lights';
import { TokenRow } from '../ui/TokenRow';
import { writeU } from '../ui/unit-number';
import { glyph } from './one-shot';
import { PairSquare } from './PairSquare';
import { percent } from './rulers';
import { type Point, pairAt, partings } from './square';
import { tags } from './tags';

export type SquareRowProps = Readonly<{
  config: Config;
  squares: Squares;
  at: Point;
  onMove: (point: Point) => void;
  /** Output position that the reader points at, from 1: u_1 is across, u_2 upwards. */
  lit: number | undefined;
  onLight: OnLight;
}>;

const ROWS = [
  { method: 'teacher', right: 'check' },
  { method: 'ptp', right: 'accept' },
  { method: 'independent', right: 'independent' },
] as const;

export function SquareRow(props: SquareRowProps) {
  const { config, squares, at, onMove, lit, onLight } = props;
  const words = usePanelWords('dependent');
  /** Where the reader points, as long as the crosshair stands where it stood then. */
  const [probe, setProbe] = useState<Readonly<{ point: Point; from: Point }> | null>(null);
  const light = { lit, onLight };
  const { teacher } = squares;
  const still = probe?.from.u1 === at.u1 && probe.from.u2 === at.u2;
  const place = still ? probe.point : at;
  const truth = pairAt(teacher, place.u1, place.u2);
  return (
    <div className="squares" data-coarse={squares.coarse || undefined}>
      {ROWS.map(({ method, right }) => {
        const name = words(method);
        const grid = squares[method];
        const pair = pairAt(grid, place.u1, place.u2);
        return (
          <div key={method} className="square-cell">
            <h4>
              {name}
              <AxisName k={2} {...light}>
                u<sub>2</sub> ↑
              </AxisName>
            </h4>
            <PairSquare
              config={config}
              name={name}
              grid={grid}
              teacher={method === 'teacher' ? undefined : teacher}
              at={at}
              lit={lit}
              onMove={onMove}
              onProbe={(point) => setProbe(point && { point, from: at })}
            />
            <div className="square-axis figures" aria-hidden="true">
              <span>0</span>
              <AxisName k={1} {...light}>
                u<sub>1</sub> →
              </AxisName>
              <span>1</span>
            </div>
            <div className="square-read">
              <TokenRow
                {...light}
                label={name}
                tokens={pair.map((token, k) => ({
                  token: glyph(config, token),
                  state: token === truth[k] ? right : 'reject',
                  position: k + 1,
                  hidePosition: true,
                }))}
              />
              <p>
                {method === 'teacher'
                  ? at && where(place, words)
                  : shareWords(grid, teacher, words)}
              </p>
            </div>
          </div>
        );
      })}
    </div>
  );
}

type AxisNameProps = Pick<SquareRowProps, 'lit' | 'onLight'> &
  Readonly<{ k: number; children: ReactNode }>;

/** Pointing lights the place that the axis decides; for the keyboard the pair's chips do. */
function AxisName({ k, lit, onLight, children }: AxisNameProps) {
  return (
    <span
      className="square-name"
      data-lit={lit === k || undefined}
      aria-hidden="true"
      {...lights(onLight, k)}
    >
      {children}
    </span>
  );
}

function where({ u1, u2 }: Point, words: PanelWordsOf<'dependent'>) {
  return words.rich('where', tags, { u1: writeU(u1, words, 2), u2: writeU(u2, words, 2) });
}

/** `another pair at 3.1 % of 2,304 points` */
function shareWords(grid: PairGrid, teacher: PairGrid, words: PanelWordsOf<'dependent'>) {
  if (grid.size !== teacher.size) return null;
  const points = grid.first.length;
  const share = percent(partings(grid, teacher) / points, words);
  return words.rich('parts', tags, { share, points });
}
