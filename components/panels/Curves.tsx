// The curves of several methods in one chart, each with its name beside its end. Colour and stroke: accept.css.

import type { ReactNode } from 'react';
import type { MethodName } from '@/gpu';
import { pathThrough, tenth } from '../svg/scale';
import { apart } from './ends';

/** In the chart. */
type Point = readonly [x: number, y: number];

export type Curve = Readonly<{
  method: MethodName;
  name: ReactNode;
  /** Places in the chart, from left to right. */
  points: readonly Point[];
  /** Places behind them that little is known of: small dots, joined by nothing. */
  few?: readonly Point[];
  /** Of curves that end together, the larger one's name stands higher. */
  whole?: number;
}>;

export type CurvesProps = Readonly<{
  curves: readonly Curve[];
  /** Where the plot ends: names stand beside it, none above or below. */
  right: number;
  top: number;
  bottom: number;
  /** Without it no curve is before the others. */
  shown?: MethodName;
  /** Stairs go upwards first, then across, and have no dots. */
  way?: 'straight' | 'steps';
}>;

export function Curves({ curves, right, top, bottom, shown, way = 'straight' }: CurvesProps) {
  const ended = curves.flatMap((curve) => {
    const end = curve.points.at(-1) ?? curve.few?.[0];
    return end ? [{ ...curve, end, shown: curve.method === shown || undefined }] : [];
  });
  const heights = apart(
    ended.map(({ method, end, whole = 0 }) => ({ name: method, height: end[1], whole })),
    top,
    bottom,
  );
  return (
    <>
      {ended.map(({ method, points, few = [], shown }) => (
        <g key={method}>
          <path
            className="race"
            data-method={method}
            data-shown={shown}
            d={pathThrough(points, way)}
          />
          {way === 'straight' && <Dots method={method} points={points} />}
          <Dots method={method} points={few} radius={2} />
        </g>
      ))}
      {ended.map(({ method, name, end: [x, y], shown }) => {
        const height = heights.get(method) ?? 0;
        return (
          <g key={method}>
            <path
              className="race-lead"
              data-method={method}
              d={`M${tenth(x + 5)} ${tenth(y)}L${tenth(right + 12)} ${tenth(height)}`}
            />
            <CurveName method={method} shown={shown} x={right + 15} y={height}>
              {name}
            </CurveName>
          </g>
        );
      })}
    </>
  );
}

type DotsProps = Pick<Curve, 'method' | 'points'> & Readonly<{ radius?: number }>;

/** A dot for each place of a curve. */
export function Dots({ method, points, radius = 3.5 }: DotsProps) {
  return points.map(([x, y]) => (
    <circle key={x} className="dot" data-method={method} cx={tenth(x)} cy={tenth(y)} r={radius} />
  ));
}

type CurveNameProps = Readonly<{
  method: MethodName;
  shown?: true | undefined;
  x: number;
  y: number;
  children: ReactNode;
}>;

/** A curve's name, beside its end. */
export function CurveName({ method, shown, x, y, children }: CurveNameProps) {
  return (
    <text
      className="race-name"
      data-method={method}
      data-shown={shown}
      x={tenth(x)}
      y={tenth(y)}
      dy="0.32em"
    >
      {children}
    </text>
  );
}
