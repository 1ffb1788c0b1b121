'use client';
// A distribution over pairs as a heat map: first token across, second upwards, darker is more probable. A
// pure function of its props.

import { type CSSProperties, type KeyboardEvent, memo, type PointerEvent } from 'react';
import type { Config } from '@/gpu';
import { lights, type OnLight } from '../ui/lights';
import { LEVELS, levelOf, type Sides } from './joints';
import { glyph } from './one-shot';

export type Cell = Readonly<{ first: number; second: number }>;

export type JointMapProps = Readonly<{
  config: Config;
  sides: Sides;
  /** [V * V] */
  p: Float64Array;
  /** The largest probability of the maps beside each other: the darkest. */
  most: number;
  /** Whose distribution it is: decides colour and hatch. */
  kind: 'teacher' | 'independent';
  label: string;
  /** The cell that is read, the same in both maps. */
  at: Cell | null;
  onAt: (cell: Cell) => void;
  /** Output position that the reader points at, from 1: the first token is across, the second upwards. */
  lit?: number | undefined;
  onLight?: OnLight | undefined;
}>;

const KEYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowDown: [0, -1],
  ArrowUp: [0, 1],
};

export function JointMap(props: JointMapProps) {
  const { config, sides, p, most, kind, label, at, onAt, lit, onLight } = props;
  const { firsts, seconds } = sides;
  const x = at ? firsts.indexOf(at.first) : -1;
  const y = at ? seconds.indexOf(at.second) : -1;

  function go(column: number, row: number) {
    const first = firsts[Math.max(0, Math.min(firsts.length - 1, column))];
    const second = seconds[Math.max(0, Math.min(seconds.length - 1, row))];
    if (first !== undefined && second !== undefined) onAt({ first, second });
  }

  function point(event: PointerEvent<HTMLDivElement>) {
    const box = event.currentTarget.getBoundingClientRect();
    const column = Math.floor(((event.clientX - box.left) / box.width) * firsts.length);
    const row = Math.floor((1 - (event.clientY - box.top) / box.height) * seconds.length);
    go(column, row);
  }

  function key(event: KeyboardEvent<HTMLDivElement>) {
    const [dx, dy] = KEYS[event.key] ?? [0, 0];
    if (dx === 0 && dy === 0) return;
    event.preventDefault();
    go(x + dx, y + dy);
  }

  return (
    <div className="joint-map" data-kind={kind}>
      <div
        className="joint-field"
        role="application"
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it is a control, in two directions
        tabIndex={0}
        onPointerMove={point}
        onPointerDown={point}
        onKeyDown={key}
      >
        <Cells p={p} most={most} sides={sides} />
        {x >= 0 && y >= 0 && (
          <span
            className="joint-at"
            style={{
              left: `${(x / firsts.length) * 100}%`,
              bottom: `${(y / seconds.length) * 100}%`,
              width: `${100 / firsts.length}%`,
              height: `${100 / seconds.length}%`,
            }}
          />
        )}
      </div>
      <div
        className="joint-firsts"
        data-lit={lit === 1 || undefined}
        aria-hidden="true"
        {...lights(onLight, 1)}
      >
        {firsts.map((token) => (
          <span key={token} data-here={token === at?.first || undefined}>
            {sign(config, token)}
          </span>
        ))}
      </div>
      <div
        className="joint-seconds"
        data-lit={lit === 2 || undefined}
        aria-hidden="true"
        {...lights(onLight, 2)}
      >
        {seconds.toReversed().map((token) => (
          <span key={token} data-here={token === at?.second || undefined}>
            {sign(config, token)}
          </span>
        ))}
      </div>
    </div>
  );
}

/** One path for each step of darkness, so that a map is eight marks and not nine hundred. */
const Cells = memo(function Cells({ p, most, sides }: Pick<JointMapProps, 'p' | 'most' | 'sides'>) {
  const { firsts, seconds } = sides;
  const vocab = Math.round(Math.sqrt(p.length));
  const paths = Array.from({ length: LEVELS + 1 }, () => '');
  for (const [column, a] of firsts.entries()) {
    for (const [row, b] of seconds.entries()) {
      const level = levelOf(p[a * vocab + b] ?? 0, most);
      paths[level] += `M${column} ${seconds.length - 1 - row}h1v1h-1z`;
    }
  }
  return (
    <svg
      className="joint-cells"
      viewBox={`0 0 ${firsts.length} ${seconds.length}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {paths.map((d, level) => {
        const style = { '--level': level / LEVELS } as CSSProperties;
        // biome-ignore lint/suspicious/noArrayIndexKey: the n-th step of darkness
        return level > 0 && d && <path key={level} d={d} style={style} />;
      })}
    </svg>
  );
});

/** A token as one sign. */
export function sign(config: Config, token: number): string {
  if (token === config.end) return '■';
  const character = glyph(config, token);
  return character === ' ' ? '␣' : character === '\n' ? '⏎' : character;
}
