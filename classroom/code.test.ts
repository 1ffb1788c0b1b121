import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { aliasOf, free, isAlias } from './alias';
import { newCode, readCode } from './code';

test('codes have six characters, none of which looks like another', () => {
  for (let k = 0; k < 500; k++) {
    expect(newCode(() => randomBytes(16))).toMatch(/^[A-HJKMNPQRTWXY346789]{6}$/);
  }
});

test('bytes that would favour some letters are left out', () => {
  expect(newCode(() => Uint8Array.of(255, 250, 0, 24, 25, 249))).toBe('A9A9A9');
});

test('a code is read as people type it', () => {
  expect(readCode(' abc-4h k')).toBe('ABC4HK');
  expect(readCode('ABC4H')).toBeNull();
  expect(readCode('ABC4H0')).toBeNull();
  expect(readCode('<b>4HK')).toBeNull();
});

test('aliases come from the lists and nowhere else', () => {
  expect(isAlias(aliasOf([0, 0]))).toBe(true);
  expect(isAlias(aliasOf([0.999, 0.999]))).toBe(true);
  for (const odd of ['', 'Blue', '<img src=x>', 'Blue Heron <b>', 'blue heron', 'Blue Heron 2']) {
    expect(isAlias(odd), odd).toBe(false);
  }
});

test('an alias that is taken gets the next number', () => {
  expect(free('Red Kite', new Set(['Red Kite', 'Red Kite 2']))).toBe('Red Kite 3');
});
