'use client';
// One position's CDF as a ruler from 0 to 1, cut into token bins as wide as they are probable, with u as
// a handle. A pure function of its props; places are in per cent, so it fits any width.

import { type KeyboardEvent, memo } from 'react';
import type { Config } from '@/gpu';
import { PLAIN } from '../i18n/numbers';
import { usePanelWords } from '../i18n/PanelWords';
import { lights, type OnLight } from '../ui/lights';
import { tokenName } from '../ui/token';
import { clampU, writeU } from '../ui/unit-number';
import { uAfterKey } from '../ui/use-dial';
import { useGrab } from '../ui/use-grab';
import { glyph } from './one-shot';
import { binAt, binsOf, percent } from './rulers';

export type RulerProps = Readonly<{
  config: Config;
  /** Output position, from 0; shown as u with a subscript from 1. */
  position: number;
  /** [V] what the model would pick from, given the tokens above */
  cdf: Float64Array;
  u: number;
  lit: boolean;
  onTurn: (position: number, u: number) => void;
  onLight: OnLight;
}>;

/** Bins narrower than this carry no letter; the list below the rulers has them all. */
const LABELLED = 0.03;

const place = (value: number) => `${(value * 100).toFixed(2)}%`;

export const Ruler = memo(function Ruler(props: RulerProps) {
  const words = usePanelWords('ui');
  const { config, position, cdf, u, lit, onTurn, onLight } = props;
  const bins = binsOf(cdf);
  const picked = binAt(bins, u);

  const grab = useGrab((event) => {
    const box = event.currentTarget.getBoundingClientRect();
    onTurn(position, clampU((event.clientX - box.left) / box.width));
  });

  function key(event: KeyboardEvent<HTMLDivElement>) {
    const next = uAfterKey(u, event.key, event.shiftKey);
    if (next === undefined) return;
    event.preventDefault();
    onTurn(position, next);
  }

  const name = tokenName(words, glyph(config, picked?.token ?? null));
  return (
    <div
      className="ruler"
      data-lit={lit || undefined}
      role="slider"
      tabIndex={0}
      aria-label={`u ${position + 1}`}
      aria-valuemin={0}
      aria-valuemax={1}
      aria-valuenow={Number(writeU(u, PLAIN))}
      aria-valuetext={words('rulerReads', {
        u: writeU(u, words),
        token: name,
        share: percent(picked ? picked.to - picked.from : 0, words),
      })}
      {...grab}
      onKeyDown={key}
      {...lights(onLight, position + 1)}
    >
      <svg className="ruler-bins" width="100%" height="44" aria-hidden="true">
        {bins.map(({ token, from, to }) => (
          <g key={token} className="bin" data-picked={token === picked?.token || undefined}>
            <rect x={place(from)} y="8" width={place(to - from)} height="28">
              <title>{`${tokenName(words, glyph(config, token))}: ${percent(to - from, words)}`}</title>
            </rect>
            {to - from >= LABELLED && (
              <text x={place((from + to) / 2)} y="27" textAnchor="middle">
                {token === config.end ? '■' : glyph(config, token)}
              </text>
            )}
          </g>
        ))}
      </svg>
      <span className="ruler-handle" style={{ left: place(clampU(u)) }} aria-hidden="true" />
    </div>
  );
});
