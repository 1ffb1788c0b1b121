// A colour that no theme has draws nothing, and nobody is told.

import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const SOURCES = ['app', 'components']
  .flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' }).map((file) => `${room}/${file}`),
  )
  .filter((file) => /\.(css|tsx)$/.test(file))
  .map((file) => readFileSync(file, 'utf8'));

test('every colour that is used is defined', () => {
  const defined = new Set(matches(/(--color-[\w-]+):/g));
  expect(defined.size).toBeGreaterThan(20);
  expect(matches(/var\((--color-[\w-]+)/g).filter((name) => !defined.has(name))).toEqual([]);
});

function matches(pattern: RegExp): string[] {
  return SOURCES.flatMap((text) => Array.from(text.matchAll(pattern), ([, name = '']) => name));
}
