import { expect, test } from 'vitest';
import { problemSentence } from '../problem';
import { PROBLEM_WORDS } from '../problem-words';
import { TINY, TINY_ENDLESS } from '../testing/tiny-model';
import { sayFrom } from '../words';
import type { Config } from './config';
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

function problemIn(config: Config, prompt: string): string {
  const problem = promptProblem(config, prompt);
  return problem ? problemSentence(problem, sayFrom(PROBLEM_WORDS)) : '';
}

test('unknown characters are named, and what is allowed', () => {
  expect(problemIn(TINY, 'a😀b😀')).toBe(
    'prompt: "😀" (U+1F600); allowed: the small letters a to z.',
  );
  expect(problemIn(TINY_ENDLESS, '€\u0000')).toContain('prompt: "€" (U+20AC), U+0000; allowed: ');
  expect(problemIn(TINY, '\0')).toContain('U+0000');
  expect(problemIn(TINY, 'a b')).toContain('prompt: space (U+0020); allowed');
  expect(problemIn(TINY, '0123456789')).toContain('"7" (U+0037), and more; allowed');
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
  expect(problemIn(TINY_ENDLESS, 'a'.repeat(10_000))).toBe(
    'prompt: 10000 characters; allowed: at most 1000 characters.',
  );
  expect(promptProblem(TINY, 'a'.repeat(30))).toBeUndefined();
  expect(problemIn(TINY, '😀'.repeat(20))).toContain('U+1F600');
  expect(() => encode(TINY, 'a'.repeat(31))).toThrow(Fault);
});
