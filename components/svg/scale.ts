// Scales and paths of the charts. The scales are what the charts need of d3-scale, in a tenth of its download;
// ticks and paths are D3's.

import { ticks } from 'd3-array';
import { curveLinear, curveStepBefore, line } from 'd3-shape';

type Span = readonly [number, number];

/** From a quantity to a place on the axis. */
export type Scale = {
  (value: number): number;
  readonly range: Span;
  /** Round values of the domain, about so many. */
  readonly ticks: (count: number) => number[];
};

/** From one of a few names to where its band begins. */
export type Band = {
  (name: string): number;
  readonly range: Span;
  readonly names: readonly string[];
  readonly width: number;
};

/** A place in a chart: fractions of a tenth are not seen. */
export function tenth(value: number): number {
  return Number(value.toFixed(1));
}

export function linear(domain: Span, range: Span): Scale {
  const [from, to] = domain;
  const place = (value: number) =>
    range[0] + ((value - from) / (to - from || 1)) * (range[1] - range[0]);
  return Object.assign(place, { range, ticks: (count: number) => ticks(from, to, count) });
}

/** Equal factors are equal distances. @param domain both above 0 */
export function logarithmic(domain: Span, range: Span): Scale {
  const within = linear([Math.log(domain[0]), Math.log(domain[1])], range);
  const place = (value: number) => within(Math.log(value));
  return Object.assign(place, { range, ticks: (count: number) => ticks(...domain, count) });
}

/** Bands side by side, the same space between them and at both ends. @param padding 0 to 1, of a step */
export function bands(names: readonly string[], range: Span, padding = 0): Band {
  const step = (range[1] - range[0]) / Math.max(1, names.length + padding);
  const place = (name: string) => range[0] + (names.indexOf(name) + padding) * step;
  return Object.assign(place, { range, names, width: step * (1 - padding) });
}

/** `M0,0L4,2`: a line through points, to a tenth; `steps` goes upwards first, then across. */
export function pathThrough(
  points: readonly Span[],
  way: 'straight' | 'steps' = 'straight',
): string {
  const drawn = line<Span>()
    .digits(1)
    .curve(way === 'steps' ? curveStepBefore : curveLinear);
  return drawn(points) ?? '';
}
