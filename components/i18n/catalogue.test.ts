import { expect, test } from 'vitest';
import { CHECK_WORDS, PROBLEM_WORDS, sayFrom } from '@/gpu';
import { panelMessages, panelWordsOf, wordsOf } from './catalogue';
import { localeOf } from './locales';
import { sayWith, type Words, wordsFrom } from './words';

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

test('what the engine says reads the same on the command line and on an English page', () => {
  const sentences = { checks: CHECK_WORDS, problems: PROBLEM_WORDS };
  for (const [id, table] of Object.entries(sentences)) {
    const words = panelWordsOf('en', id as keyof typeof sentences) as Words<string>;
    for (const [key, text] of Object.entries(table)) {
      const names = Array.from(text.matchAll(/\{(\w+)\}/g), ([, name = '']) => name);
      const values = Object.fromEntries(names.map((name) => [name, `‹${name}›`]));
      const said = { key, values };
      expect(sayWith(words)(said)).toBe(sayFrom<string>(table)(said));
      expect(sayWith(words)(said)).not.toContain('{');
    }
  }
});

test('a segment that is no language is none', () => {
  expect(localeOf('en')).toBe('en');
  expect(localeOf('check')).toBeUndefined();
  expect(localeOf(undefined)).toBeUndefined();
});
