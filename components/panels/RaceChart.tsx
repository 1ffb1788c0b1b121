// Calls across, tokens upwards: one staircase for each method on the same u's. Steeper is fewer calls.
// A pure function of traces and cursor.

import { curveStepAfter, line, scaleLinear } from 'd3';
import type { MethodName } from '@/gpu';
import type { Traces } from '../notebook/state';
import { Axis } from '../svg/Axis';
import { RACERS } from './methods';
import { staircase } from './rounds';

export type RaceChartProps = Readonly<{
  traces: Traces;
  method: MethodName;
  /** Round of that method that is shown, from 0. */
  index: number;
}>;

const WIDTH = 440;
const HEIGHT = 250;
const PLACE = { left: 40, right: 22, top: 30, bottom: 44 };

export function RaceChart({ traces, method, index }: RaceChartProps) {
  const runs = RACERS.flatMap(({ method: name }) => {
    const trace = traces[name];
    return trace && trace.steps.length > 0 ? [{ name, places: staircase(trace) }] : [];
  });
  const most = (read: (place: { calls: number; tokens: number }) => number) =>
    Math.max(1, ...runs.flatMap(({ places }) => places.map(read)));
  const x = scaleLinear([0, most(({ calls }) => calls)], [PLACE.left, WIDTH - PLACE.right]);
  const y = scaleLinear([0, most(({ tokens }) => tokens)], [HEIGHT - PLACE.bottom, PLACE.top]);
  const stairs = line<{ calls: number; tokens: number }>(
    ({ calls }) => x(calls),
    ({ tokens }) => y(tokens),
  )
    .curve(curveStepAfter)
    .digits(1);
  const here = runs.find(({ name }) => name === method)?.places[index + 1];
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      className="chart"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label="Tokens written against calls of the model, for each method; the table below says the same"
    >
      <Axis
        scale={x}
        side="bottom"
        at={HEIGHT - PLACE.bottom}
        ticks={6}
        label="calls of the model"
      />
      <Axis
        scale={y}
        side="left"
        at={PLACE.left}
        ticks={4}
        label="tokens"
        grid={WIDTH - PLACE.right - PLACE.left}
      />
      {runs.map(({ name, places }) => (
        <path
          key={name}
          d={stairs(places) ?? ''}
          className="race"
          data-method={name}
          data-shown={name === method || undefined}
        />
      ))}
      {apart(runs.map(({ name, places }) => ({ name, at: places.at(-1) }))).map(
        ({ name, calls, tokens, lift }) => (
          <text
            key={name}
            className="race-name"
            data-method={name}
            data-shown={name === method || undefined}
            x={Number(x(calls).toFixed(1))}
            y={Number((y(tokens) - 9 - lift * 14).toFixed(1))}
            textAnchor="middle"
          >
            {calls}
          </text>
        ),
      )}
      {here && (
        <circle
          cx={Number(x(here.calls).toFixed(1))}
          cy={Number(y(here.tokens).toFixed(1))}
          r="5"
          className="race-here"
          data-method={method}
        />
      )}
    </svg>
  );
}

type End = Readonly<{
  name: MethodName;
  at: { calls: number; tokens: number } | undefined;
}>;

/** Where each staircase ends; numbers that would meet are lifted above each other. */
function apart(ends: readonly End[]) {
  const sorted = ends
    .flatMap(({ name, at }) => (at ? [{ name, ...at }] : []))
    .sort((a, b) => a.calls - b.calls);
  const most = sorted.at(-1)?.calls ?? 1;
  let lift = 0;
  return sorted.map((end, k) => {
    const before = sorted[k - 1];
    lift = before && (end.calls - before.calls) / most < 0.06 ? lift + 1 : 0;
    return { ...end, lift };
  });
}
