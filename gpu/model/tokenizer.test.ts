import { expect, test } from 'vitest';
import { TINY, TINY_ENDLESS } from '../testing/tiny-model';
import { Fault } from './fault';
import { decodeText, encode, promptProblem, tidyPrompt, tokenLabel } from './tokenizer';

test('a text begins with the start mark, an empty one too', () => {
  expect(encode(TINY, '')).toEqual([0]);
  expect(encode(TINY, 'abe')).toEqual([0, 1, 2, 5]);
  expect(encode(TINY_ENDLESS, 'a\nb')).toEqual([0, 1, 0, 2]);
});

test('text ends before the end mark, which readers see as <end>', () => {
  expect(decodeText(TINY, [1, 2, 0, 3])).toBe('ab');
  expect(decodeText(TINY_ENDLESS, [1, 0, 2])).toBe('a\nb');
  expect(tokenLabel(TINY, 0)).toBe('<end>');
  expect(tokenLabel(TINY_ENDLESS, 0)).toBe('\n');
});

test('unknown characters are named, and what is allowed', () => {
  expect(promptProblem(TINY, 'a😀b😀')).toBe(
    'prompt: the model "names" does not know "😀" (U+1F600); allowed are the small letters a to z.',
  );
  expect(promptProblem(TINY_ENDLESS, '€\u0000')).toContain('does not know "€" (U+20AC), U+0000;');
  expect(promptProblem(TINY, '\0')).toContain('U+0000');
  expect(promptProblem(TINY, 'a b')).toContain('does not know space (U+0020);');
  expect(promptProblem(TINY, 'abc')).toBeUndefined();
});

test('capitals of names, curly quotes, dashes, tabs and strange spaces are written as the models do', () => {
  expect(tidyPrompt('names', 'MARÍ')).toBe('marí');
  expect(tidyPrompt('tales', '“It’s\u00a0he” – he—said…\r\n\tYes')).toBe(
    '"It\'s he" - he-said...\n Yes',
  );
  const written = 'Once upon\na time: (yes; no?) "é😀" \'-!';
  expect(tidyPrompt('tales', written)).toBe(written);
});

test('a prompt that is too long is counted, in characters and not in code units', () => {
  expect(promptProblem(TINY_ENDLESS, 'a'.repeat(10_000))).toBe(
    'prompt: 10,000 characters; the model "tales" takes at most 1,000.',
  );
  expect(promptProblem(TINY, 'a'.repeat(30))).toBeUndefined();
  expect(promptProblem(TINY, '😀'.repeat(20))).toContain('does not know');
  expect(() => encode(TINY, 'a'.repeat(31))).toThrow(Fault);
});
