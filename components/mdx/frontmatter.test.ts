import { expect, test } from 'vitest';
import { checkCites, parseFrontmatter } from './frontmatter';

const good = { title: 'T', summary: 'S', references: ['ptp'] };
const known = new Set(['ptp', 'gu']);

test('a complete frontmatter is returned', () => {
  expect(parseFrontmatter('content/x.mdx', good)).toEqual(good);
});

test('a missing key fails with the file name and the key', () => {
  const { summary: _, ...rest } = good;
  expect(() => parseFrontmatter('content/x.mdx', rest)).toThrow(/content\/x\.mdx.*summary/);
});

test('an unknown key fails with its name', () => {
  expect(() => parseFrontmatter('content/x.mdx', { ...good, titel: 'T' })).toThrow(/titel/);
});

test('an unknown citation fails with the file name and the id', () => {
  const source = 'Text <Cite id="nobody" />.';
  expect(() => checkCites('content/x.mdx', source, ['ptp'], known)).toThrow(
    /content\/x\.mdx.*nobody/,
  );
});

test('a citation broken over two lines is found', () => {
  expect(() => checkCites('x', '<Cite\n  id="gu" />', ['gu'], known)).not.toThrow();
});

test('cited and listed must be the same', () => {
  expect(() => checkCites('x', '<Cite id="gu" />', [], known)).toThrow(/cited but not listed/);
  expect(() => checkCites('x', '', ['gu'], known)).toThrow(/never cited/);
});
