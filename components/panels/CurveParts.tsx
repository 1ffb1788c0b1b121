// The parts of a method's curve that charts share. Colour and stroke: accept.css.

import type { ReactNode } from 'react';
import type { MethodName } from '@/gpu';
import { tenth } from '../svg/scale';

type DotsProps = Readonly<{
  method: MethodName;
  /** Places in the chart, no two above one another. */
  points: readonly (readonly [x: number, y: number])[];
  radius: string;
}>;

export function Dots({ method, points, radius }: DotsProps) {
  return points.map(([x, y]) => (
    <circle key={x} className="dot" data-method={method} cx={tenth(x)} cy={tenth(y)} r={radius} />
  ));
}

type CurveNameProps = Readonly<{ method: MethodName; x: number; y: number; children: ReactNode }>;

/** A curve's name, beside its end. */
export function CurveName({ method, x, y, children }: CurveNameProps) {
  return (
    <text className="race-name" data-method={method} x={tenth(x)} y={tenth(y)} dy="0.32em">
      {children}
    </text>
  );
}
