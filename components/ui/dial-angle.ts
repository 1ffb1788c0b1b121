// The geometry of a dial: u runs over 300 degrees, clockwise, with the gap at the bottom.

import { clampU } from './unit-number';

/** Degrees from the top, clockwise, at u = 0 and over the whole range. */
export const START = -150;
export const SWEEP = 300;

/** Where the needle points: degrees from the top, clockwise. */
export function angleOf(u: number): number {
  return START + clampU(u) * SWEEP;
}

/** u under a pointer that is (x, y) away from the centre, y down; the gap belongs to the nearer end. */
export function uAt(x: number, y: number): number {
  const degrees = (Math.atan2(x, -y) * 180) / Math.PI; // -180 … 180 from the top
  return clampU((degrees - START) / SWEEP);
}

/** A dial is dragged over its whole range in so many px. */
const RANGE_PX = 160;

/** u after a drag by (dx, dy) px, y down: to the right is more; by a mouse, upwards too. */
export function uAfterDrag(u: number, dx: number, dy: number, pointerType: string): number {
  return clampU(u + (dx - (pointerType === 'mouse' ? dy : 0)) / RANGE_PX);
}

/** An SVG arc of radius `r` round (0, 0) from u = `from` to u = `to`. */
export function arcPath(r: number, from: number, to: number): string {
  const [a, b] = [from, to].map((u) => ((START + u * SWEEP) * Math.PI) / 180) as [number, number];
  const large = b - a > Math.PI ? 1 : 0;
  const at = (angle: number) =>
    `${(r * Math.sin(angle)).toFixed(2)} ${(-r * Math.cos(angle)).toFixed(2)}`;
  return `M${at(a)}A${r} ${r} 0 ${large} 1 ${at(b)}`;
}
