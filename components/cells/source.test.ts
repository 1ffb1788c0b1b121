import { expect, test } from 'vitest';
import { FIGURES, sourceOf } from './source';

test('every figure has its source: itself first, then the files beside it', () => {
  expect(FIGURES).toContain('aux');
  for (const id of FIGURES) expect(sourceOf(id)).toMatch(/^\/{8} components\/panels\/\w+\.tsx\n/);
  expect(sourceOf('aux')).toContain('//////// components/panels/AuxView.tsx');
  expect(sourceOf('aux')).toContain('//////// components/panels/rulers.ts');
});

test('what is no figure has none', () => {
  expect(() => sourceOf('../../package')).toThrow('No figure has the id');
});
