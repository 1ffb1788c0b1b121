'use client';
// One unit square: across u_1, upwards u_2, each point coloured by the pair of tokens it leads to. A
// pure function of its props; the handle moves both u's, by pointer and by arrow keys.

import { type CSSProperties, type KeyboardEvent, memo, type PointerEvent, useId } from 'react';
import type { Config, PairGrid } from '@/gpu';
import type { PanelWordsOf } from '../i18n/catalogue';
import { usePanelWords } from '../i18n/PanelWords';
import { clampU, writeU } from '../ui/unit-number';
import { useGrab } from '../ui/use-grab';
import { glyph } from './one-shot';
import {
  areasOf,
  labelsOf,
  type Point,
  pairAt,
  partingPath,
  pathsOf,
  pointAfterKey,
  toneOf,
} from './square';

export type PairSquareProps = Readonly<{
  config: Config;
  /** Whose square it is. */
  name: string;
  grid: PairGrid;
  /** Where given, cells that lead elsewhere are crossed out. */
  teacher?: PairGrid | undefined;
  /** Where the crosshair stands. */
  at: Point;
  /** Output position whose line is lit, from 1. */
  lit: number | undefined;
  onMove: (point: Point) => void;
  /** The reader points somewhere without moving the crosshair. */
  onProbe: (point: Point | null) => void;
}>;

export function PairSquare(props: PairSquareProps) {
  const { config, name, grid, teacher, at, lit, onMove, onProbe } = props;
  const words = usePanelWords('dependent');
  const [a, b] = pairAt(grid, at.u1, at.u2);

  function pointOf(event: PointerEvent<HTMLDivElement>): Point {
    const box = event.currentTarget.getBoundingClientRect();
    const u1 = clampU((event.clientX - box.left) / box.width);
    return { u1, u2: clampU(1 - (event.clientY - box.top) / box.height) };
  }

  const grab = useGrab(
    (event) => onMove(pointOf(event)),
    (event) => onProbe(pointOf(event)),
  );

  function key(event: KeyboardEvent<HTMLDivElement>) {
    const next = pointAfterKey(at, event.key, event.shiftKey);
    if (!next) return;
    event.preventDefault();
    onMove(next);
  }

  return (
    <div
      className="square"
      role="application"
      aria-roledescription={words('square')}
      aria-label={words('squareReads', {
        name,
        u1: writeU(at.u1, words),
        u2: writeU(at.u2, words),
        pair: pairWords(config, a, b, words),
      })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it is a control, in two directions
      tabIndex={0}
      {...grab}
      onPointerLeave={() => onProbe(null)}
      onKeyDown={key}
    >
      <SquarePicture config={config} grid={grid} teacher={teacher} />
      <span
        className="square-line"
        data-way="up"
        data-lit={lit === 1 || undefined}
        style={{ left: `${at.u1 * 100}%` }}
      />
      <span
        className="square-line"
        data-way="across"
        data-lit={lit === 2 || undefined}
        style={{ bottom: `${at.u2 * 100}%` }}
      />
      <span
        className="square-point"
        style={{ left: `${at.u1 * 100}%`, bottom: `${at.u2 * 100}%` }}
      />
    </div>
  );
}

type PictureProps = Pick<PairSquareProps, 'config' | 'grid' | 'teacher'>;

/** The square alone, `grid.size` units wide. */
export const SquarePicture = memo(function SquarePicture({ config, grid, teacher }: PictureProps) {
  const cross = useId();
  const { size } = grid;
  const same = teacher?.size === size ? teacher : undefined;
  return (
    <svg className="square-picture" viewBox={`0 0 ${size} ${size}`} aria-hidden="true">
      {pathsOf(areasOf(grid), size).map(({ key, first, second, d }) => {
        const { hue, step } = toneOf(first, second);
        const tone = { '--hue': hue, '--step': step } as CSSProperties;
        return <path key={key} d={d} className="square-area" style={tone} />;
      })}
      {same && (
        <>
          <defs>
            <pattern id={cross} width="1" height="1" patternUnits="userSpaceOnUse">
              <path d="M.25 .25l.5 .5m0 -.5l-.5 .5" className="square-cross" strokeWidth=".2" />
            </pattern>
          </defs>
          <path d={partingPath(grid, same)} fill={`url(#${cross})`} />
        </>
      )}
      {labelsOf(teacher ?? grid, grid).map(({ x, y, first, second }) => (
        <text
          key={`${x} ${y}`}
          className="square-label"
          x={x}
          y={y}
          dy="0.34em"
          fontSize={size * 0.046}
          textAnchor="middle"
        >
          {letters(config, first, second)}
        </text>
      ))}
    </svg>
  );
});

/** A pair as letters; nothing follows an end mark. */
function letters(config: Config, first: number, second: number): string {
  const write = (token: number) => (token === config.end ? '■' : glyph(config, token));
  return first === config.end ? '■' : write(first) + write(second);
}

function pairWords(
  config: Config,
  first: number,
  second: number,
  words: PanelWordsOf<'dependent'>,
): string {
  const write = (token: number) => (token === config.end ? words('endMark') : glyph(config, token));
  return first === config.end ? words('theEndMark') : `${write(first)} ${write(second)}`;
}
