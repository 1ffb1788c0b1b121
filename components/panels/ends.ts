// Names beside the ends of curves, a line apart.

import type { MethodName } from '@/gpu';

/** Room that a name takes, from one to the next. */
const LINE = 15;

/** Where a curve ends, y downwards; of those that end together, the larger `whole` stands higher. */
export type End = Readonly<{ name: MethodName; height: number; whole: number }>;

/** Heights of the names: near their ends, none below `bottom`, none above `top`. */
export function apart(
  ends: readonly End[],
  top: number,
  bottom: number,
): ReadonlyMap<MethodName, number> {
  const upwards = [...ends].sort((a, b) => b.height - a.height || a.whole - b.whole);
  let floor = bottom;
  const lifted = upwards.map(({ name, height }) => {
    const place = Math.min(height, floor);
    floor = place - LINE;
    return { name, place };
  });
  let ceiling = top;
  return new Map(
    lifted.reverse().map(({ name, place }) => {
      const lowered = Math.max(place, ceiling);
      ceiling = lowered + LINE;
      return [name, lowered];
    }),
  );
}
