// The README may say only what the manifests say.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withResults } from './results.mjs';

test('the tables of the README are those of the manifests', () => {
  const readme = readFileSync('README.md', 'utf8');
  expect(withResults(readme)).toBe(readme);
});
