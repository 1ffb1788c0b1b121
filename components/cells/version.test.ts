import { expect, test } from 'vitest';
import { version as published } from '@/package.json';
import { version } from './version';

test('exported files name the version of package.json', () => {
  expect(version).toBe(published);
});
