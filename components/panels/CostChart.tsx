// What a call costs by its rows: rows across, milliseconds upwards, both doubling. Level: further rows are
// free. Along the dashed line: each costs as much as the first. A pure function of its props.

import { Axis } from '../svg/Axis';
import { Chart } from '../svg/Chart';
import { logarithmic, pathThrough, tenth } from '../svg/scale';
import type { Width } from './costs';

const WIDTH = 640;
const HEIGHT = 300;
const PLACE = { left: 52, right: 24, top: 30, bottom: 46 };

export type CostChartProps = Readonly<{
  widths: readonly Width[];
  words: Readonly<{ rows: string; ms: string; alone: string; picture: string }>;
}>;

export function CostChart({ widths, words }: CostChartProps) {
  const first = widths[0];
  const last = widths.at(-1);
  if (!first || !last) return null;
  const top = Math.max(...widths.map(({ high }) => high), first.ms * 8);
  const bottom = Math.min(...widths.map(({ low }) => low)) / 1.6;
  const highest = top * 1.3;
  const x = logarithmic(
    [first.rows, Math.max(last.rows, 2)],
    [PLACE.left + 12, WIDTH - PLACE.right],
  );
  const y = logarithmic([bottom, highest], [HEIGHT - PLACE.bottom, PLACE.top]);
  const end = Math.min(last.rows, highest / first.ms);
  const start = [x(first.rows), y(first.ms)] as const;
  const stop = [x(end), y(first.ms * end)] as const;
  const middle = [(start[0] + stop[0]) / 2, (start[1] + stop[1]) / 2];
  /** Degrees; its name is written along the line. */
  const slope = (Math.atan2(stop[1] - start[1], stop[0] - start[0]) * 180) / Math.PI;
  return (
    <Chart kind="cost-chart" width={WIDTH} height={HEIGHT} label={words.picture}>
      <Axis
        scale={x}
        side="bottom"
        at={HEIGHT - PLACE.bottom}
        ticks={widths.map(({ rows }) => rows)}
        label={words.rows}
      />
      <Axis
        scale={y}
        side="left"
        at={PLACE.left}
        ticks={msTicks(bottom, highest)}
        label={words.ms}
        grid={WIDTH - PLACE.left - PLACE.right}
      />
      <path className="cost-alone" d={pathThrough([start, stop])} />
      <text
        className="cost-name"
        transform={`translate(${middle.map(tenth).join(' ')}) rotate(${tenth(slope)})`}
        dy="-0.5em"
        textAnchor="middle"
      >
        {words.alone}
      </text>
      {widths.map(({ rows, low, high }) => (
        <line
          key={rows}
          className="cost-range"
          x1={tenth(x(rows))}
          x2={tenth(x(rows))}
          y1={tenth(y(low))}
          y2={tenth(y(high))}
        />
      ))}
      <path className="cost-line" d={pathThrough(widths.map(({ rows, ms }) => [x(rows), y(ms)]))} />
      {widths.map(({ rows, ms }) => (
        <circle key={rows} className="cost-dot" cx={tenth(x(rows))} cy={tenth(y(ms))} r="4" />
      ))}
    </Chart>
  );
}

/** 1, 2, 5, 10, 20 … ms, as far as they lie on the axis. */
function msTicks(from: number, to: number): number[] {
  const decades = [0.01, 0.1, 1, 10, 100, 1000, 10000];
  return decades
    .flatMap((decade) => [1, 2, 5].map((step) => Number((decade * step).toPrecision(1))))
    .filter((ms) => ms >= from && ms <= to);
}
