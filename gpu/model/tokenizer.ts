// Text to token ids and back. A token is a character; the end mark is shown as <end>.

import type { Problem, ProblemPart } from '../problem';
import { said } from '../words';
import type { Config, ModelName } from './config';
import { Fault } from './fault';

/** Characters a prompt may have: what the window of names holds, and a page of a tale. */
export const PROMPT_LIMIT: Readonly<Record<ModelName, number>> = { names: 30, tales: 1000 };

/** So many characters that a model does not know are named one by one. */
const MOST_NAMED = 8;

/** What keyboards and word processors write, and what it is called here. */
const PLAIN: readonly (readonly [RegExp, string])[] = [
  [/[\u2018-\u201b\u2032]/g, "'"],
  [/[\u201c-\u201f\u2033]/g, '"'],
  [/[\u2010-\u2015\u2212]/g, '-'],
  [/\u2026/g, '...'],
  [/\r\n?|\u2028|\u2029/g, '\n'],
  [/[\t\u00a0\u2000-\u200a\u202f]/g, ' '],
];

/** How the end mark is written wherever a reader sees tokens. */
export const END_LABEL = '<end>';

/**
 * A prompt in the characters that a model knows, as far as one stands for another: straight quotes,
 * hyphens and spaces for curly quotes, dashes and tabs; small letters for names.
 */
export function tidyPrompt(model: ModelName, prompt: string): string {
  const plain = PLAIN.reduce((text, [found, known]) => text.replace(found, known), prompt);
  return model === 'names' ? plain.toLowerCase() : plain;
}

/**
 * The tokens that a run starts from: the start mark, then the prompt.
 * Throws Fault 'bad-run' for a prompt that the model cannot take; `promptProblem` says why.
 */
export function encode(config: Config, prompt: string): number[] {
  if (promptProblem(config, prompt)) {
    throw new Fault('bad-run', `The model ${config.name} cannot take this prompt.`);
  }
  return [config.start, ...Array.from(prompt, (character) => config.vocabulary.indexOf(character))];
}

/** What is wrong with a prompt that the model cannot take; undefined for one that it can. */
export function promptProblem({ name, ...config }: Config, prompt: string): Problem | undefined {
  const given = [...prompt];
  const count = PROMPT_LIMIT[name];
  const about = { parameter: 'prompt', instead: null };
  if (given.length > count) {
    const found = [said('length', { count: given.length })];
    return { ...about, found, allowed: said('characters', { count }) };
  }
  const unknown = [...new Set(given.filter((character) => !knows(config, character)))];
  if (unknown.length === 0) return undefined;
  const more = unknown.length > MOST_NAMED ? [said('more')] : [];
  const found = [...unknown.slice(0, MOST_NAMED).map(characterSaid), ...more];
  return { ...about, found, allowed: said(`${name}Characters`) };
}

/** The text of tokens, up to the end mark. */
export function decodeText(config: Config, tokens: readonly number[]): string {
  const end = config.end === null ? -1 : tokens.indexOf(config.end);
  const written = end === -1 ? tokens : tokens.slice(0, end);
  return written.map((token) => config.vocabulary.charAt(token)).join('');
}

/** One token for a reader: its character, or <end>. */
export function tokenLabel(config: Config, token: number): string {
  return token === config.end ? END_LABEL : config.vocabulary.charAt(token);
}

function knows(config: Pick<Config, 'vocabulary' | 'end'>, character: string): boolean {
  const token = config.vocabulary.indexOf(character);
  return token !== -1 && token !== config.end;
}

function characterSaid(character: string): ProblemPart {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  if (character === ' ') return said('space', { code });
  if (character === '\n') return said('lineBreak', { code });
  return /[\p{C}\p{Z}]/u.test(character)
    ? said('code', { code })
    : said('character', { character, code });
}
