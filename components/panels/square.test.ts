import { describe, expect, test } from 'vitest';
import { type PairGrid, uniform } from '@/gpu';
import { areasOf, pairAt, partings, pathsOf, pointAfterKey } from './square';

function madeUp(seed: number, size: number): PairGrid {
  const token = (cell: number, part: number) => Math.floor(uniform(seed, cell * 2 + part) * 3);
  const cells = Array.from({ length: size * size }, (_, cell) => cell);
  return {
    size,
    first: cells.map((cell) => token(cell % size, 0)),
    second: cells.map((cell) => token(cell, 1)),
  };
}

describe('areas of a square', () => {
  test('cover every cell once with its own pair, for 20 made-up squares', () => {
    for (let seed = 0; seed < 20; seed++) {
      const grid = madeUp(seed, 9);
      const seen = new Set<number>();
      for (const { first, second, x, y, width, height } of areasOf(grid)) {
        for (let i = x; i < x + width; i++) {
          for (let j = y; j < y + height; j++) {
            const cell = j * 9 + i;
            expect(seen.has(cell)).toBe(false);
            seen.add(cell);
            expect([grid.first[cell], grid.second[cell]]).toEqual([first, second]);
          }
        }
      }
      expect(seen.size).toBe(81);
    }
  });

  test('become one path for each pair', () => {
    const areas = areasOf(madeUp(3, 9));
    const pairs = new Set(areas.map(({ first, second }) => `${first} ${second}`));
    expect(pathsOf(areas, 9)).toHaveLength(pairs.size);
  });
});

test('partings count the cells that lead elsewhere', () => {
  const teacher = madeUp(1, 4);
  expect(partings(teacher, teacher)).toBe(0);
  const other = { ...teacher, second: teacher.second.map((b, k) => (k < 3 ? b + 1 : b)) };
  expect(partings(other, teacher)).toBe(3);
});

test('a point lies in the cell that holds it; the edges belong to the last cell', () => {
  const grid = { size: 2, first: [0, 1, 2, 3], second: [0, 1, 2, 3] };
  expect(pairAt(grid, 0.49, 0)).toEqual([0, 0]);
  expect(pairAt(grid, 0.5, 0.5)).toEqual([3, 3]);
  expect(pairAt(grid, 1, 1)).toEqual([3, 3]);
});

test('keys move the crosshair by a hundredth, with Shift a thousandth, by a tenth, and to the sides', () => {
  const at = { u1: 0.5, u2: 0.5 };
  const after = (key: string, shift = false) => {
    const point = pointAfterKey(at, key, shift);
    return point && [point.u1.toFixed(3), point.u2.toFixed(3)];
  };
  expect(after('ArrowLeft')).toEqual(['0.490', '0.500']);
  expect(after('ArrowUp', true)).toEqual(['0.500', '0.501']);
  expect(after('PageUp')).toEqual(['0.500', '0.600']);
  expect(after('PageDown', true)).toEqual(['0.500', '0.400']);
  expect(after('Home')).toEqual(['0.000', '0.500']);
  expect(pointAfterKey(at, 'End', false)?.u1).toBeLessThan(1);
  expect(after('End')?.[1]).toBe('0.500');
  expect(after('a')).toBeUndefined();
});
