'use client';
// Tokens across, calls upwards: one staircase for each method on the same u's. Flatter is fewer calls.
// A pure function of traces and cursor.

import { max } from 'd3-array';
import type { MethodName } from '@/gpu';
import { usePanelWords } from '../i18n/PanelWords';
import type { Traces } from '../notebook/state';
import { Axis } from '../svg/Axis';
import { Chart } from '../svg/Chart';
import { linear, pathThrough, tenth } from '../svg/scale';
import { apart } from './ends';
import { useRacers } from './methods';
import { staircase } from './rounds';

export type RaceChartProps = Readonly<{
  traces: Traces;
  method: MethodName;
  /** Round of that method that is shown, from 0. */
  index: number;
}>;

const WIDTH = 440;
const HEIGHT = 250;
const PLACE = { left: 40, right: 134, top: 30, bottom: 44 };
const RIGHT = WIDTH - PLACE.right;
const BOTTOM = HEIGHT - PLACE.bottom;

type Place = Readonly<{ calls: number; tokens: number }>;

export function RaceChart({ traces, method, index }: RaceChartProps) {
  const words = usePanelWords('accept');
  const racers = useRacers();
  const runs = racers.flatMap(({ method: name, short }) => {
    const trace = traces[name];
    return trace && trace.steps.length > 0 ? [{ name, short, places: staircase(trace) }] : [];
  });
  const most = (read: (place: Place) => number) =>
    max(runs, ({ places }) => max(places, read)) ?? 1;
  const x = linear([0, most(({ tokens }) => tokens)], [PLACE.left, RIGHT]);
  const y = linear([0, most(({ calls }) => calls)], [BOTTOM, PLACE.top]);
  const stairs = (places: readonly Place[]) =>
    pathThrough(
      places.map(({ tokens, calls }) => [x(tokens), y(calls)]),
      'steps',
    );
  const ends = runs.map(({ name, short, places }) => {
    const { calls, tokens } = places.at(-1) ?? { calls: 0, tokens: 0 };
    return { name, short, calls, tokens, height: y(calls), whole: 0 };
  });
  const heights = apart(ends, PLACE.top, BOTTOM);
  const here = runs.find(({ name }) => name === method)?.places[index + 1];
  return (
    <Chart
      width={WIDTH}
      height={HEIGHT}
      label={words('race', {
        methods: ends
          .map(({ short, calls, tokens }) => words('raceOne', { method: short, calls, tokens }))
          .join('; '),
      })}
    >
      <Axis scale={x} side="bottom" at={BOTTOM} ticks={5} label={words('written')} />
      <Axis
        scale={y}
        side="left"
        at={PLACE.left}
        ticks={4}
        label={words('callsAxis')}
        grid={RIGHT - PLACE.left}
      />
      {runs.map(({ name, places }) => (
        <path
          key={name}
          d={stairs(places)}
          className="race"
          data-method={name}
          data-shown={name === method || undefined}
        />
      ))}
      {ends.map(({ name, short, calls, tokens, height }) => {
        const words = heights.get(name) ?? 0;
        return (
          <g key={name}>
            <path
              d={`M${tenth(x(tokens) + 2)} ${tenth(height)}L${RIGHT + 12} ${tenth(words)}`}
              className="race-lead"
            />
            <text
              className="race-name"
              data-method={name}
              data-shown={name === method || undefined}
              x={RIGHT + 15}
              y={tenth(words)}
              dy="0.32em"
            >
              {short} {calls}
            </text>
          </g>
        );
      })}
      {here && (
        <circle
          cx={tenth(x(here.tokens))}
          cy={tenth(y(here.calls))}
          r="5"
          className="race-here"
          data-method={method}
        />
      )}
    </Chart>
  );
}
