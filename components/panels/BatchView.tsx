// Texts at a time across, speed against one at a time upwards, a line for each method. A pure function of its
// props.

import { max } from 'd3-array';
import type { MethodName } from '@/gpu';
import { usePanelWords } from '../i18n/PanelWords';
import { Axis } from '../svg/Axis';
import { Chart } from '../svg/Chart';
import { linear, tenth } from '../svg/scale';
import type { Gain } from './batch';
import { Curves } from './Curves';

export type BatchViewProps = Readonly<{
  curves: readonly Readonly<{ method: MethodName; gains: readonly Gain[] }>[];
  words: Readonly<{ texts: string; speed: string; even: string; picture: string }>;
}>;

const WIDTH = 440;
const HEIGHT = 250;
const PLACE = { left: 44, right: 104, top: 30, bottom: 46 };
const BOTTOM = HEIGHT - PLACE.bottom;
const RIGHT = WIDTH - PLACE.right;

export function BatchView({ curves, words }: BatchViewProps) {
  const names = usePanelWords('methods');
  const most = max(curves, ({ gains }) => gains.length) ?? 1;
  const fastest = max(curves, ({ gains }) => max(gains, ({ speed }) => speed)) ?? 1;
  const x = linear([1, Math.max(2, most)], [PLACE.left + 12, RIGHT]);
  const y = linear([0, Math.max(1.2, fastest)], [BOTTOM, PLACE.top]);
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
      <Curves
        curves={curves.map(({ method, gains }) => ({
          method,
          name: names(`${method}.short`),
          points: gains.map(({ texts, speed }) => [x(texts), y(speed)]),
        }))}
        right={RIGHT}
        top={PLACE.top}
        bottom={BOTTOM}
      />
    </Chart>
  );
}
