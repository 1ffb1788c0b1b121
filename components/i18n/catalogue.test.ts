import { expect, test } from 'vitest';
import { panelMessages, wordsOf } from './catalogue';
import { localeOf } from './locales';
import { wordsFrom } from './words';

test('a message is written with its values', () => {
  expect(wordsOf('en', 'chapter')('number', { number: 4 })).toBe('Chapter 4');
});

test('a plural follows its number, also after the messages have crossed to the browser', () => {
  const { tree } = panelMessages('en', ['tree']);
  const [node] = tree.outcomeIs as unknown[][];
  expect(Object.getPrototypeOf(node?.[2])).toBe(Object.prototype);
  const words = wordsFrom(tree, 'en');
  expect(words('outcomeIs', { drafts: 0 })).toBe('no draft right');
  expect(words('outcomeIs', { drafts: 1 })).toBe('first draft right');
  expect(words('outcomeIs', { drafts: 3 })).toBe('first 3 drafts right');
});

test('a segment that is no language is none', () => {
  expect(localeOf('en')).toBe('en');
  expect(localeOf('check')).toBeUndefined();
  expect(localeOf(undefined)).toBeUndefined();
});
