// Texts at a time across, speed against one at a time upwards, a line for each method. A pure function of its
// props.

import { max } from 'd3-array';
import type { MethodName } from '@/gpu';
import { usePanelWords } from '../i18n/PanelWords';
import { Axis } from '../svg/Axis';
import { linear, pathThrough } from '../svg/scale';
import type { Gain } from './batch';
import { apart } from './ends';

export type BatchViewProps = Readonly<{
  curves: readonly Readonly<{ method: MethodName; gains: readonly Gain[] }>[];
  words: Readonly<{ texts: string; speed: string; even: string; picture: string }>;
}>;

const WIDTH = 440;
const HEIGHT = 250;
const PLACE = { left: 44, right: 100, top: 30, bottom: 46 };
const BOTTOM = HEIGHT - PLACE.bottom;
const RIGHT = WIDTH - PLACE.right;

const round = (value: number) => Number(value.toFixed(1));

export function BatchView({ curves, words }: BatchViewProps) {
  const names = usePanelWords('methods');
  const most = max(curves, ({ gains }) => gains.length) ?? 1;
  const fastest = max(curves, ({ gains }) => max(gains, ({ speed }) => speed)) ?? 1;
  const x = linear([1, Math.max(2, most)], [PLACE.left + 12, RIGHT]);
  const y = linear([0, Math.max(1.2, fastest)], [BOTTOM, PLACE.top]);
  const heights = apart(
    curves.map(({ method, gains }) => ({
      name: method,
      height: y(gains.at(-1)?.speed ?? 0),
      whole: 0,
    })),
    PLACE.top,
    BOTTOM,
  );
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      className="chart chart-narrow"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={words.picture}
    >
      <Axis
        scale={x}
        side="bottom"
        at={BOTTOM}
        ticks={Array.from({ length: most }, (_, k) => k + 1)}
        format={String}
        label={words.texts}
      />
      <Axis scale={y} side="left" at={PLACE.left} ticks={4} label={words.speed} />
      <path className="worth-formula" d={`M${PLACE.left} ${round(y(1))}H${RIGHT}`} />
      <text className="cost-name" x={RIGHT} y={round(y(1) - 5)} textAnchor="end">
        {words.even}
      </text>
      {curves.map(({ method, gains }) => (
        <g key={method}>
          <path
            className="race"
            data-method={method}
            d={pathThrough(gains.map(({ texts, speed }) => [x(texts), y(speed)]))}
          />
          {gains.map(({ texts, speed }) => (
            <circle
              key={texts}
              className="dot"
              data-method={method}
              cx={round(x(texts))}
              cy={round(y(speed))}
              r="3.5"
            />
          ))}
          <path
            className="race-lead"
            d={`M${round(x(gains.at(-1)?.texts ?? 1) + 6)} ${round(y(gains.at(-1)?.speed ?? 0))}L${RIGHT + 12} ${round(heights.get(method) ?? 0)}`}
          />
          <text
            className="race-name"
            data-method={method}
            x={RIGHT + 15}
            y={round(heights.get(method) ?? 0)}
            dy="0.32em"
          >
            {names(`${method}.short`)}
          </text>
        </g>
      ))}
    </svg>
  );
}
