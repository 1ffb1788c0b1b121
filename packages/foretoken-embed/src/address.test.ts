import { expect, test } from 'vitest';
import { embedAddress, isPanel } from './address';

test('an address has the notebook’s query first, then the look', () => {
  const look = { theme: 'dark', accent: '#0069a8', lang: 'en', autostart: true } as const;
  expect(embedAddress('https://ptp.example/', 'cover', 'v=2&names.seed=9', look)).toBe(
    'https://ptp.example/embed/cover?v=2&names.seed=9&theme=dark&lang=en&accent=0069a8&autostart=1',
  );
  expect(embedAddress('https://ptp.example/notes', 'tree')).toBe(
    'https://ptp.example/notes/embed/tree',
  );
});

test('a look cannot add parameters of its own', () => {
  const address = embedAddress('https://ptp.example', 'aux', '', { accent: 'f00&autostart=1#' });
  expect([...new URL(address).searchParams.keys()]).toEqual(['accent']);
});

test('only panels are panels', () => {
  expect(isPanel('cover')).toBe(true);
  expect(isPanel('toString')).toBe(false);
});
