import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { figureValue, writeFigure } from './figure-value';

const root = mkdtempSync(join(tmpdir(), 'figure-'));
mkdirSync(join(root, 'public', 'model', 'toy'), { recursive: true });
writeFileSync(
  join(root, 'public', 'model', 'toy', 'manifest.json'),
  JSON.stringify({ evaluation: { '1.0': { 'o-ptp': { accepted: 3.25, slots: [1] } } } }),
);

test('a figure is found by its path, dots in keys included', () => {
  expect(figureValue('toy/1.0/o-ptp/accepted', root)).toBe(3.25);
});

test('what is not measured yet is undefined', () => {
  expect(figureValue('toy/1.0/c-ptp/accepted', root)).toBeUndefined();
  expect(figureValue('nobody/1.0', root)).toBeUndefined();
});

test('a path that ends at something else than a number fails with the path', () => {
  expect(() => figureValue('toy/1.0/o-ptp/slots', root)).toThrow(/toy\/1\.0\/o-ptp\/slots/);
});

test('numbers are written with the figures that count', () => {
  expect(writeFigure(0.6149, 'percent')).toBe('61\u00a0%');
  expect(writeFigure(0.004, 'percent')).toBe('0.4\u00a0%');
  expect(writeFigure(1, 'percent')).toBe('100\u00a0%');
  expect(writeFigure(3.4167, 'number')).toBe('3.42');
  expect(writeFigure(4000, 'count')).toBe('4,000');
});
