'use client';
// Tokens across, calls upwards: one staircase for each method on the same u's. Flatter is fewer calls.
// A pure function of traces and cursor.

import { max } from 'd3-array';
import type { MethodName } from '@/gpu';
import { usePanelWords } from '../i18n/PanelWords';
import type { Traces } from '../notebook/state';
import { Axis } from '../svg/Axis';
import { Chart } from '../svg/Chart';
import { linear, tenth } from '../svg/scale';
import { Curves } from './Curves';
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
  const ends = runs.map(({ name, short, places }) => {
    const { calls, tokens } = places.at(-1) ?? { calls: 0, tokens: 0 };
    return { name, short, calls, tokens };
  });
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
      <Curves
        curves={runs.map(({ name, short, places }) => ({
          method: name,
          name: `${short} ${places.at(-1)?.calls}`,
          points: places.map(({ tokens, calls }) => [x(tokens), y(calls)]),
        }))}
        right={RIGHT}
        top={PLACE.top}
        bottom={BOTTOM}
        shown={method}
        way="steps"
      />
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
