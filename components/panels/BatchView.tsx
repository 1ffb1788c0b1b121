// Texts at a time across, speed against one at a time upwards, a line for each method. A pure function of its
// props.

import { max } from 'd3-array';
import type { MethodName } from '@/gpu';
import { usePanelWords } from '../i18n/PanelWords';
import { Axis } from '../svg/Axis';
import { Chart } from '../svg/Chart';
import { linear, pathThrough, tenth } from '../svg/scale';
import type { Gain } from './batch';
import { CurveName, Dots } from './CurveParts';
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
    <Chart kind="chart-narrow" width={WIDTH} height={HEIGHT} label={words.picture}>
      <Axis
        scale={x}
        side="bottom"
        at={BOTTOM}
        ticks={Array.from({ length: most }, (_, k) => k + 1)}
        label={words.texts}
      />
      <Axis scale={y} side="left" at={PLACE.left} ticks={4} label={words.speed} />
      <path className="worth-formula" d={`M${PLACE.left} ${tenth(y(1))}H${RIGHT}`} />
      <text className="cost-name" x={RIGHT} y={tenth(y(1) - 5)} textAnchor="end">
        {words.even}
      </text>
      {curves.map(({ method, gains }) => (
        <g key={method}>
          <path
            className="race"
            data-method={method}
            d={pathThrough(gains.map(({ texts, speed }) => [x(texts), y(speed)]))}
          />
          <Dots
            method={method}
            points={gains.map(({ texts, speed }) => [x(texts), y(speed)])}
            radius="3.5"
          />
          <CurveName
            method={method}
            x={x(gains.at(-1)?.texts ?? 1) + 9}
            y={heights.get(method) ?? 0}
          >
            {names(`${method}.short`)}
          </CurveName>
        </g>
      ))}
    </Chart>
  );
}
