// Temperature across, tokens accepted a round upwards, a line for each method; below each temperature, how
// uncertain the text was. A pure function of its props.

import { max } from 'd3-array';
import { usePanelWords } from '../i18n/PanelWords';
import { Axis } from '../svg/Axis';
import { Chart } from '../svg/Chart';
import { linear, tenth } from '../svg/scale';
import { Curves } from './Curves';
import type { Warmth, warmthOf } from './temperatures';

export type TemperatureViewProps = Readonly<{
  curves: ReturnType<typeof warmthOf>;
  words: Readonly<{ temperature: string; accepted: string; bits: string; picture: string }>;
}>;

const WIDTH = 440;
const HEIGHT = 290;
const PLACE = { left: 44, right: 104, top: 30, bottom: 76 };
const BOTTOM = HEIGHT - PLACE.bottom;
const RIGHT = WIDTH - PLACE.right;
/** Bars of one temperature stand beside each other. */
const BESIDE = 6;

export function TemperatureView({ curves, words }: TemperatureViewProps) {
  const names = usePanelWords('methods');
  const longest = curves.reduce<readonly Warmth[]>(
    (most, { places }) => (places.length > most.length ? places : most),
    [],
  );
  const warmest = longest.at(-1)?.temperature ?? 1;
  const highest = max(curves, ({ places }) => max(places, ({ high }) => high)) ?? 1;
  const x = linear([0, warmest], [PLACE.left + 16, RIGHT]);
  const y = linear([1, highest], [BOTTOM, PLACE.top]);
  return (
    <Chart kind="chart-narrow" width={WIDTH} height={HEIGHT} label={words.picture}>
      <Axis
        scale={x}
        side="bottom"
        at={BOTTOM}
        ticks={longest.map(({ temperature }) => temperature)}
        label={words.temperature}
      />
      <Axis
        scale={y}
        side="left"
        at={PLACE.left}
        ticks={y.ticks(6).filter(Number.isInteger)}
        label={words.accepted}
        grid={RIGHT - PLACE.left}
      />
      {longest.map(({ temperature, bits }) => (
        <text
          key={temperature}
          className="cost-name"
          x={tenth(x(temperature))}
          y={BOTTOM + 50}
          textAnchor="middle"
        >
          {names.number(bits, 1)}
        </text>
      ))}
      <text className="cost-name" x={RIGHT} y={BOTTOM + 70} textAnchor="end">
        {words.bits}
      </text>
      {curves.map(({ method, places }, k) => {
        const aside = BESIDE * (k - (curves.length - 1) / 2);
        return (
          <g key={method}>
            {places.map(({ temperature, low, high }) => (
              <path
                key={temperature}
                className="race warmth-range"
                data-method={method}
                d={`M${tenth(x(temperature) + aside)} ${tenth(y(low))}V${tenth(y(high))}`}
              />
            ))}
          </g>
        );
      })}
      <Curves
        curves={curves.map(({ method, places }) => ({
          method,
          name: names(`${method}.short`),
          points: places.map(({ temperature, mean }) => [x(temperature), y(mean)]),
        }))}
        right={RIGHT}
        top={PLACE.top}
        bottom={BOTTOM}
      />
    </Chart>
  );
}
