// What every chart is drawn on.

import type { ReactNode } from 'react';

export type ChartProps = Readonly<{
  /** What else its class says: `chart-narrow`. */
  kind?: string;
  width: number;
  height: number;
  /** The chart in words, for those who do not see it. */
  label: string;
  children: ReactNode;
}>;

export function Chart({ kind, width, height, label, children }: ChartProps) {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      className={kind ? `chart ${kind}` : 'chart'}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      {children}
    </svg>
  );
}
