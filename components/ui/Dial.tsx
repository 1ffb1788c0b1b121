'use client';

// A dial for one auxiliary variable u in [0, 1). Its rim may show the bins that u falls into.

import { PLAIN } from '../i18n/numbers';
import { useNumbers } from '../i18n/PanelWords';
import { angleOf, arcPath } from './dial-angle';
import { clampU, writeU } from './unit-number';
import { useDial } from './use-dial';

export type DialProps = Readonly<{
  /** Number of the variable, shown as u with a subscript; positions count from 1 here. */
  index: number;
  /** u in [0, 1) */
  value: number;
  onChange: (u: number) => void;
  /** Edges of the CDF's bins, each in [0, 1], increasing: cuts on the rim. */
  edges?: readonly number[] | undefined;
  /** What u picks, for the voice: `picks a`. */
  meaning?: string | undefined;
  /** Set by hand rather than drawn: the face gets a second ring. */
  held?: boolean | undefined;
  lit?: boolean | undefined;
  /** Nothing reads it now (the text has ended before it): grey, but it still turns and is legible. */
  unused?: boolean | undefined;
  size?: 'normal' | 'large' | undefined;
  disabled?: boolean | undefined;
  /** Pointer or focus comes (true) or goes (false). */
  onLight?: ((on: boolean) => void) | undefined;
}>;

const RIM = 21;

/** The bin round u: its two edges. */
function binOf(u: number, edges: readonly number[]): readonly [number, number] {
  const right = edges.findIndex((edge) => edge > u);
  if (right === -1) return [edges.at(-1) ?? 0, 1];
  return [edges[right - 1] ?? 0, edges[right] ?? 1];
}

/** A knob that turns over [0, 1): drag, click, wheel while focused, arrows, Page, Home, End. */
export function Dial(props: DialProps) {
  const { index, value, onChange, edges, meaning, lit, size = 'normal', disabled, onLight } = props;
  const { held, handlers } = useDial(value, disabled ? () => {} : onChange);
  const u = clampU(value);
  const said = writeU(u, useNumbers());
  const [left, right] = edges ? binOf(u, edges) : [0, u];
  return (
    <div
      className="dial"
      data-size={size}
      data-lit={lit || undefined}
      data-unused={props.unused || undefined}
    >
      <div
        {...handlers}
        className="dial-knob"
        data-held={held || undefined}
        role="slider"
        tabIndex={disabled ? -1 : 0}
        aria-label={`u ${index}`}
        aria-valuemin={0}
        aria-valuemax={1}
        aria-valuenow={Number(writeU(u, PLAIN))}
        aria-valuetext={meaning ? `${said}, ${meaning}` : said}
        aria-disabled={disabled || undefined}
        onPointerEnter={() => onLight?.(true)}
        onPointerLeave={() => onLight?.(false)}
        onFocus={() => onLight?.(true)}
        onBlur={() => onLight?.(false)}
      >
        <svg viewBox="-26 -26 52 52" aria-hidden="true">
          <circle r="24.5" className="dial-face fill-transparent" />
          <path d={arcPath(RIM, 0, 1)} className="fill-none stroke-hairline" strokeWidth="4" />
          <path d={arcPath(RIM, left, right)} className="fill-none stroke-u" strokeWidth="4" />
          {edges?.map((edge) => (
            <path
              key={edge}
              d="M0 -24V-18"
              transform={`rotate(${angleOf(edge).toFixed(2)})`}
              className="stroke-paper"
              strokeWidth="1"
            />
          ))}
          <circle r="14.5" className="fill-raised stroke-u" strokeWidth="1.5" />
          {props.held && <circle r="11.5" className="fill-none stroke-u" strokeWidth="1" />}
          <g className="dial-needle" style={{ transform: `rotate(${angleOf(u).toFixed(2)}deg)` }}>
            <path
              d="M0 -4V-22.5"
              className="stroke-u-ink"
              strokeWidth="2.5"
              strokeLinecap="round"
            />
          </g>
        </svg>
      </div>
      <span aria-hidden="true">
        u<sub>{index}</sub>
      </span>
      <span className="figures" aria-hidden="true">
        {said}
      </span>
    </div>
  );
}
