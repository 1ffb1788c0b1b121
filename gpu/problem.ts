// What is wrong with a parameter of an address or of the command line, and how it is said. The words are English;
// other languages have theirs in content/messages/.

import { type Said, type Say, said } from './words';

export const PROBLEM_WORDS = {
  nothing: 'nothing',
  text: '"{text}"',
  times: 'given {count} times',
  again: 'position {position} a second time',
  unknown: 'no such parameter',
  bytes: '{count} bytes',
  length: '{count} characters',
  character: '"{character}" (U+{code})',
  space: 'space (U+{code})',
  lineBreak: 'line break (U+{code})',
  code: 'U+{code}',
  more: 'and more',
  once: 'allowed: once',
  names: 'allowed: {names}',
  whole: 'allowed: a whole number from {least} to {most}',
  decimal: 'allowed: a number from {least} to {most}',
  fraction: 'allowed: a number above 0, up to 1',
  pairs:
    'allowed: POSITION=VALUE, each position once, from 0 to {last}, each value at least 0 and below 1',
  methods: 'allowed: methods with commas between, of {names}',
  characters: 'allowed: at most {count} characters',
  namesCharacters: 'allowed: the small letters a to z',
  talesCharacters:
    'allowed: the letters A to Z and a to z, space, line break and ! " \' ( ) , - . : ; ?',
  colour: 'allowed: six hexadecimal digits, such as 0069a8',
  mostBytes: 'allowed: at most {count} bytes',
  aDefault: 'default used',
  default: 'default used: {value}',
  noDefault: 'default used: none',
  defaults: 'defaults used for everything',
  lastRound: 'default used: the last round',
  ownCode: 'the chapter’s own code is shown',
  leftOut: 'it is left out',
};

export type ProblemKey = keyof typeof PROBLEM_WORDS;
export type ProblemPart = Said<ProblemKey>;

export type Problem = Readonly<{
  parameter: string;
  found: readonly ProblemPart[];
  allowed: ProblemPart | null;
  /** What is used in its place. */
  instead: ProblemPart | null;
}>;

/** `seed: "x"; allowed: a whole number from 0 to 9; default used: 5.` */
export function problemSentence(problem: Problem, say: Say<ProblemKey>): string {
  return `${problem.parameter}: ${withoutParameter(problem, say)}`;
}

/** The same where a reader sees what it is about. */
export function withoutParameter(problem: Problem, say: Say<ProblemKey>): string {
  const { found, allowed, instead } = problem;
  const parts = [found.map(say).join(', '), allowed && say(allowed), instead && say(instead)];
  return `${parts.filter((part) => part !== null).join('; ')}.`;
}

/**
 * What was found where one value was due.
 * @param texts all values that the parameter has been given
 */
export function misfit(
  texts: readonly string[],
  allowed: ProblemPart,
): Pick<Problem, 'found' | 'allowed'> {
  if (texts.length <= 1) return { found: [quoted(texts[0] ?? '')], allowed };
  return { found: [said('times', { count: texts.length })], allowed: said('once') };
}

export function quoted(text: string): ProblemPart {
  return text === '' ? said('nothing') : said('text', { text: shortened(text) });
}

export function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/** What was used instead, as it stands in an address. */
export function usedInstead(value: string): ProblemPart {
  return value === '' ? said('noDefault') : said('default', { value });
}
