// Numbers in [0, 1) as dials and rulers show them: never rounded up to 1, never below 0.

import type { Numbers } from '../i18n/numbers';

/** The largest u a float32 generator gives. */
export const LARGEST_U = 1 - 2 ** -24;

/** u kept in [0, 1); NaN becomes 0. */
export function clampU(u: number): number {
  return Math.min(LARGEST_U, Math.max(0, Number.isNaN(u) ? 0 : u));
}

/** `0.417`; rounded, but never up to 1: 0.9999 is written 0.999. */
export function writeU(u: number, { number }: Numbers, digits = 3): string {
  const scale = 10 ** digits;
  return number(Math.min(scale - 1, Math.round(clampU(u) * scale)) / scale, digits);
}
