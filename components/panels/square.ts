// The mathematics of the unit square: equal pairs become areas, and areas become paths and labels.

import type { PairGrid } from '@/gpu';
import { clampU } from '../ui/unit-number';

/** A rectangle of cells that lead to the same pair; x and y in cells, y upwards from u_2 = 0. */
export type Area = Readonly<{
  first: number;
  second: number;
  x: number;
  y: number;
  width: number;
  height: number;
}>;

/** A place in the square, each in [0, 1). */
export type Point = Readonly<{ u1: number; u2: number }>;

const KEYS: Readonly<Record<string, readonly [u1: number, u2: number]>> = {
  ArrowLeft: [-0.01, 0],
  ArrowRight: [0.01, 0],
  ArrowDown: [0, -0.01],
  ArrowUp: [0, 0.01],
  PageDown: [0, -0.1],
  PageUp: [0, 0.1],
  Home: [-1, 0],
  End: [1, 0],
};

/** Where a key leads, or undefined for keys that are not the square's. Shift makes arrows ten times finer. */
export function pointAfterKey({ u1, u2 }: Point, key: string, shift: boolean): Point | undefined {
  const step = KEYS[key];
  if (!step) return undefined;
  const scale = shift && key.startsWith('Arrow') ? 0.1 : 1;
  return { u1: clampU(u1 + step[0] * scale), u2: clampU(u2 + step[1] * scale) };
}

/** Runs of equal pairs in each column, joined with the next column where that is cut in the same way. */
export function areasOf({ size, first, second }: PairGrid): Area[] {
  const columns = Array.from({ length: size }, (_, x) => {
    const runs: Area[] = [];
    for (let y = 0; y < size; y++) {
      const a = first[y * size + x] ?? 0;
      const b = second[y * size + x] ?? 0;
      const last = runs.at(-1);
      if (last && last.first === a && last.second === b) {
        runs[runs.length - 1] = { ...last, height: last.height + 1 };
      } else runs.push({ first: a, second: b, x, y, width: 1, height: 1 });
    }
    return runs;
  });
  const joined: Area[][] = [];
  for (const column of columns) {
    const before = joined.at(-1);
    if (before && sameCuts(before, column)) {
      joined[joined.length - 1] = before.map((area) => ({ ...area, width: area.width + 1 }));
    } else joined.push(column);
  }
  return joined.flat();
}

function sameCuts(a: readonly Area[], b: readonly Area[]): boolean {
  return (
    a.length === b.length &&
    a.every((area, k) => {
      const other = b[k];
      return other?.first === area.first && other.second === area.second && other.y === area.y;
    })
  );
}

/** One path for every pair, so that a square is a hundred marks and not thousands. */
export function pathsOf(areas: readonly Area[], size: number) {
  const paths = new Map<string, { first: number; second: number; d: string }>();
  for (const area of areas) {
    const key = `${area.first} ${area.second}`;
    const known = paths.get(key);
    const d = (known?.d ?? '') + rectangle(area, size);
    paths.set(key, { first: area.first, second: area.second, d });
  }
  return [...paths.entries()].map(([key, path]) => ({ key, ...path }));
}

/** Cells where a grid leads to another pair than the teacher's, as one path. */
export function partingPath(grid: PairGrid, teacher: PairGrid): string {
  const { size } = grid;
  let d = '';
  for (let x = 0; x < size; x++) {
    for (let y = 0; y < size; y++) {
      let height = 0;
      while (y + height < size && parts(grid, teacher, (y + height) * size + x)) height += 1;
      if (height > 0) d += rectangle({ x, y, width: 1, height }, size);
      y += height;
    }
  }
  return d;
}

/** How many cells lead to another pair than the teacher's. */
export function partings(grid: PairGrid, teacher: PairGrid): number {
  return grid.first.filter((_, cell) => parts(grid, teacher, cell)).length;
}

/** Share of the side that an area needs to carry its letters. */
const LABEL_WIDTH = 0.085;
const LABEL_HEIGHT = 0.065;

/**
 * Where letters stand, and which: in the middle of the teacher's large areas, so that the same places
 * of two squares can be compared. Coordinates are those of an SVG of `grid.size` units.
 */
export function labelsOf(teacher: PairGrid, grid: PairGrid) {
  const { size } = teacher;
  return areasOf(teacher)
    .filter(({ width, height }) => width >= size * LABEL_WIDTH && height >= size * LABEL_HEIGHT)
    .map(({ x, y, width, height }) => {
      const u1 = (x + width / 2) / size;
      const u2 = (y + height / 2) / size;
      const [first, second] = pairAt(grid, u1, u2);
      return { x: u1 * grid.size, y: (1 - u2) * grid.size, first, second };
    });
}

/** The pair at a point of the square. */
export function pairAt({ size, first, second }: PairGrid, u1: number, u2: number) {
  const place = (u: number) => Math.min(size - 1, Math.max(0, Math.floor(u * size)));
  const cell = place(u2) * size + place(u1);
  return [first[cell] ?? 0, second[cell] ?? 0] as const;
}

/** Colour of a pair: a hue for the first token, a lightness for the second, neighbours well apart. */
export function toneOf(first: number, second: number): { hue: number; step: number } {
  return { hue: Math.round((40 + first * 137.5) % 360), step: ((second * 7) % 9) / 8 };
}

function parts(grid: PairGrid, teacher: PairGrid, cell: number): boolean {
  return grid.first[cell] !== teacher.first[cell] || grid.second[cell] !== teacher.second[cell];
}

type Box = Readonly<{ x: number; y: number; width: number; height: number }>;

/** SVG's y points down: u_2 = 0 lies at the bottom. */
function rectangle({ x, y, width, height }: Box, size: number): string {
  return `M${x} ${size - y - height}h${width}v${height}h${-width}z`;
}
