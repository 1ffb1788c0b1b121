// What is wrong with a parameter of an address or of the command line, and how it is said.

import type { ProblemKey } from './problem-words';
import { type Said, type Say, said } from './words';

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
