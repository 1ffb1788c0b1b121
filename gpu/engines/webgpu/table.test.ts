import { expect, test } from 'vitest';
import { PREFIX, type Row } from '../engine';
import { randomConfig } from './random-model';
import { fillTable, TABLE_BYTES } from './table';

const config = randomConfig({ channels: 12, layers: 2, heads: 2, hidden: 20, window: 5, vocab: 7 });
const drafter = { set: 1, uRows: 33, temperature: 1 };
const table = new Uint32Array(TABLE_BYTES / 4);
const token = (parent: number, position: number): Row => ({
  input: { token: 3 },
  parent,
  position,
});
const auxiliary = (parent: number, position: number): Row => ({
  input: { u: 0.5, after: 2 },
  parent,
  position,
});

test('rows of one kind never share a tile with rows of the other', () => {
  const rows = [token(PREFIX, 9), auxiliary(0, 9), token(0, 10), auxiliary(1, 10)];
  const placed = fillTable(table, config, rows, 9, drafter);
  expect(placed.place).toEqual([0, 4, 1, 5]);
  expect(placed.places).toBe(8);
});

test('the main chain goes to the ring, other branches do not', () => {
  const rows = [
    token(PREFIX, 9),
    token(PREFIX, 9),
    token(0, 10),
    token(1, 10),
    auxiliary(2, 10),
    token(2, 11),
  ];
  const placed = fillTable(table, config, rows, 9, drafter);
  expect(placed.inRing).toEqual([true, false, true, false, false, true]);
});

test('keys are bounded by the window, and by one more for each position that comes twice', () => {
  const chain = [token(PREFIX, 9), token(0, 10), token(1, 11)];
  expect(fillTable(table, config, chain, 9, drafter).keys).toBe(5);
  expect(fillTable(table, config, [...chain, auxiliary(2, 11)], 9, drafter).keys).toBe(6);
  expect(fillTable(table, config, [token(PREFIX, 0), token(0, 1)], 0, drafter).keys).toBe(2);
});

test('sixteen rows behind one another are at most 256 bytes, whatever their kinds', () => {
  for (let tokens = 0; tokens <= 16; tokens++) {
    const rows = Array.from({ length: 16 }, (_, i) =>
      i < tokens ? token(i - 1, i) : auxiliary(i - 1, i),
    );
    expect(4 * fillTable(table, config, rows, 0, drafter).words).toBeLessThanOrEqual(256);
  }
});
