// Axes of our own. A pure function of its props.

import { useNumbers } from '../i18n/PanelWords';
import { type Band, type Scale, tenth } from './scale';

export type AxisProps = Readonly<{
  scale: Scale | Band;
  /** Side of the plot that the axis stands on. */
  side: 'bottom' | 'left' | 'top';
  /** Where the axis line lies, in the coordinates of the SVG: y for bottom and top, x for left. */
  at: number;
  /** Ticks wanted, about; or the very values. Band scales show every value unless told. */
  ticks?: number | readonly (number | string)[] | undefined;
  format?: ((value: number | string) => string) | undefined;
  /** Name of the quantity with its unit, at the end of the axis. */
  label?: string | undefined;
  /** Length of grid lines across the plot; 0 draws none. */
  grid?: number | undefined;
}>;

const TICK = 5;

type Tick = Readonly<{ value: number | string; place: number }>;

function ticksOf(scale: AxisProps['scale'], wanted: AxisProps['ticks']): Tick[] {
  if ('names' in scale) {
    const values = Array.isArray(wanted) ? wanted.map(String) : scale.names;
    return values.map((value) => ({ value, place: scale(value) + scale.width / 2 }));
  }
  const values = Array.isArray(wanted)
    ? wanted.map(Number)
    : scale.ticks(typeof wanted === 'number' ? wanted : 5);
  return values.map((value) => ({ value, place: scale(value) }));
}

/** An axis with ticks, numbers and the name of what it measures. */
export function Axis({ scale, side, at, ticks, format, label, grid = 0 }: AxisProps) {
  const { number } = useNumbers();
  const [from, to] = scale.range;
  const level = side !== 'left';
  const out = side === 'bottom' ? 1 : -1;
  return (
    <g
      className="axis"
      transform={level ? `translate(0 ${tenth(at)})` : `translate(${tenth(at)} 0)`}
    >
      <line {...(level ? { x1: from, x2: to } : { y1: from, y2: to })} />
      {ticksOf(scale, ticks).map(({ value, place }) => (
        <g
          key={value}
          transform={level ? `translate(${tenth(place)} 0)` : `translate(0 ${tenth(place)})`}
        >
          <line {...(level ? { y2: out * TICK } : { x2: out * TICK })} />
          {grid > 0 && (
            <line className="opacity-35" {...(level ? { y2: -out * grid } : { x2: grid })} />
          )}
          <text
            {...(level ? { y: out * (TICK + 4) } : { x: out * (TICK + 4) })}
            dy={level ? (side === 'bottom' ? '0.71em' : 0) : '0.32em'}
            textAnchor={level ? 'middle' : 'end'}
          >
            {format ? format(value) : typeof value === 'number' ? number(value) : value}
          </text>
        </g>
      ))}
      {label && (
        <text
          className="axis-label"
          {...(level
            ? { x: Math.max(from, to), y: out * (TICK + 4), dy: `${out * 1.9}em` }
            : { x: 0, y: Math.min(from, to) - 10 })}
          textAnchor={level ? 'end' : 'start'}
        >
          {label}
        </text>
      )}
    </g>
  );
}
