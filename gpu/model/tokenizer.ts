// Text to token ids and back. A token is a character; the end mark is shown as <end>.

import type { Config, ModelName } from './config';
import { Fault } from './fault';

/** Characters a prompt may have: what the window of names holds, and a page of a tale. */
export const PROMPT_LIMIT: Readonly<Record<ModelName, number>> = { names: 30, tales: 1000 };

/** In words, what a prompt may be made of. */
export const PROMPT_CHARACTERS: Readonly<Record<ModelName, string>> = {
  names: 'the small letters a to z',
  tales: 'the letters A to Z and a to z, space, line break and ! " \' ( ) , - . : ; ?',
};

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
 * The known tokens that a run starts from: the start mark, then the prompt.
 * Throws Fault 'bad-run' for a prompt that is too long or has characters the model does not know.
 */
export function encode(config: Config, prompt: string): number[] {
  const problem = promptProblem(config, prompt);
  if (problem) throw new Fault('bad-run', problem);
  return [config.start, ...Array.from(prompt, (character) => config.vocabulary.indexOf(character))];
}

/** A sentence about a prompt that the model cannot take, or undefined for one that it can. */
export function promptProblem(config: Config, prompt: string): string | undefined {
  const characters = [...prompt];
  const limit = PROMPT_LIMIT[config.name];
  if (characters.length > limit) {
    const found = `prompt: ${characters.length.toLocaleString('en')} characters`;
    return `${found}; the model "${config.name}" takes at most ${limit.toLocaleString('en')}.`;
  }
  const unknown = [...new Set(characters.filter((character) => !knows(config, character)))];
  if (unknown.length === 0) return undefined;
  const found =
    unknown.slice(0, 8).map(nameOf).join(', ') + (unknown.length > 8 ? ' and more' : '');
  return `prompt: the model "${config.name}" does not know ${found}; allowed are ${PROMPT_CHARACTERS[config.name]}.`;
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

function knows(config: Config, character: string): boolean {
  const token = config.vocabulary.indexOf(character);
  return token !== -1 && token !== config.end;
}

function nameOf(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  if (character === ' ') return `space (U+${code})`;
  if (character === '\n') return `line break (U+${code})`;
  return /[\p{C}\p{Z}]/u.test(character) ? `U+${code}` : `"${character}" (U+${code})`;
}
