'use client';
// How many tokens a round accepts, and how far its drafts hold. Pure functions of a trace.

import { max, sum } from 'd3-array';
import type { MethodName, Trace } from '@/gpu';
import { usePanelWords } from '../i18n/PanelWords';
import type { Traces } from '../notebook/state';
import { Axis } from '../svg/Axis';
import { Chart } from '../svg/Chart';
import { bands, linear, tenth } from '../svg/scale';
import { Curves } from './Curves';
import { useRacers } from './methods';
import { histogramOf, meanAccepted, type Slot, slotsOf } from './rounds';
import { percent } from './rulers';

const WIDTH = 420;
const HEIGHT = 220;
const PLACE = { left: 56, right: 14, top: 26, bottom: 46 };
const BOTTOM = HEIGHT - PLACE.bottom;
/** Where the curves end and their names begin. */
const RIGHT = WIDTH - 104;

/** Rounds by the number of tokens they accepted. */
export function Histogram({ trace }: Readonly<{ trace: Trace }>) {
  const words = usePanelWords('accept');
  const counts = histogramOf(trace, trace.run.draft + 1).slice(1);
  const x = bands(
    counts.map((_, k) => String(k + 1)),
    [PLACE.left, WIDTH - PLACE.right],
    0.25,
  );
  // Room above the highest bar: its count stands clear of the axis's name.
  const y = linear([0, (max(counts) || 1) * 1.12], [BOTTOM, PLACE.top]);
  return (
    <Chart
      width={WIDTH}
      height={HEIGHT}
      label={words('histogram', {
        counts: counts.map((count, k) => `${k + 1}: ${count}`).join(', '),
        mean: words.number(meanAccepted(trace), 2),
      })}
    >
      <Axis scale={x} side="bottom" at={BOTTOM} label={words('acceptedIn')} />
      <Axis
        scale={y}
        side="left"
        at={PLACE.left}
        ticks={y.ticks(4).filter(Number.isInteger)}
        label={words('roundsAxis')}
      />
      {counts.map((count, k) => {
        const left = x(String(k + 1));
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the k-th bar is the k-th bar
          <g key={k}>
            <rect
              className="bar"
              x={tenth(left)}
              y={tenth(y(count))}
              width={tenth(x.width)}
              height={tenth(BOTTOM - y(count))}
            />
            {count > 0 && (
              <text
                className="bar-count"
                x={tenth(left + x.width / 2)}
                y={tenth(y(count) - 6)}
                textAnchor="middle"
              >
                {count}
              </text>
            )}
          </g>
        );
      })}
    </Chart>
  );
}

/** Rounds behind a share from which on it is joined to its neighbours: below, it is mostly chance. */
export const LEAST_ROUNDS = 10;

/** Share of the rounds in which each draft was accepted, for the methods that draft. */
export function SlotCurve({ traces, method }: Readonly<{ traces: Traces; method: MethodName }>) {
  const words = usePanelWords('accept');
  const racers = useRacers();
  const curves = racers.flatMap(({ method: name, short }) => {
    const trace = name === 'ar' ? undefined : traces[name];
    const slots = trace ? slotsOf(trace).filter(({ rounds }) => rounds > 0) : [];
    const many = slots.filter(({ rounds }) => rounds >= LEAST_ROUNDS);
    return slots.length > 0 ? [{ name, short, slots, many, few: slots.slice(many.length) }] : [];
  });
  const most = max(curves, ({ slots }) => slots.at(-1)?.slot) ?? 1;
  const x = linear([1, Math.max(2, most)], [PLACE.left + 10, RIGHT]);
  const y = linear([0, 1], [BOTTOM, PLACE.top]);
  const point = ({ slot, share }: Slot) => [x(slot), y(share)] as const;
  return (
    <Chart
      width={WIDTH}
      height={HEIGHT}
      label={curves
        .map(({ short, slots }) =>
          words('slots', {
            method: short,
            slot: slots[0]?.slot ?? 1,
            shares: slots
              .map(({ share, rounds }) => words('slot', { share: percent(share, words), rounds }))
              .join(', '),
          }),
        )
        .join('; ')}
    >
      <Axis
        scale={x}
        side="bottom"
        at={BOTTOM}
        ticks={Array.from({ length: most }, (_, k) => k + 1)}
        label={words('place')}
      />
      <Axis
        scale={y}
        side="left"
        at={PLACE.left}
        ticks={[0, 0.5, 1]}
        format={(value) => `${Number(value) * 100} %`}
        label={words('acceptedAxis')}
      />
      <Curves
        curves={curves.map(({ name, short, slots, many, few }) => ({
          method: name,
          name: short,
          points: many.map(point),
          few: few.map(point),
          // Not place 1, which some do not have.
          whole: sum(slots, ({ slot, share }) => (slot > 1 ? share : 0)),
        }))}
        right={RIGHT}
        top={PLACE.top}
        bottom={BOTTOM}
        shown={method}
      />
    </Chart>
  );
}
