// What a token is called and how its state is said. Used by chips, tables and screen readers alike.

import type { PanelWordsOf } from '../i18n/catalogue';

/** How a token stands in a run; colour and second sign follow from it (app/styles/chips.css). */
export type TokenState =
  | 'plain' // text as it stands: a prompt, a committed token
  | 'draft' // guessed, not yet checked: sky, dashed
  | 'check' // what one-at-a-time decoding picks: blue, solid
  | 'accept' // a draft that equals its check: green, filled
  | 'reject' // the first draft that does not: vermilion, struck through
  | 'discard' // after a rejection, never looked at: grey, dotted
  | 'independent' // chosen without knowing the others: plum, hatched
  | 'empty'; // a place where nothing stands yet

/** The end mark as the command line writes it. */
export const END = '<end>';

/** Tokens with a name, and its key in the messages. */
const NAMES = {
  ' ': 'space',
  '\n': 'newLine',
  '\t': 'tab',
  '\0': 'endMark',
  [END]: 'endMark',
  '': 'nothing',
  '.': 'fullStop',
  ',': 'comma',
  ';': 'semicolon',
  ':': 'colon',
  '!': 'exclamation',
  '?': 'question',
  "'": 'apostrophe',
  '"': 'quotation',
  '-': 'hyphen',
  '(': 'openBracket',
  ')': 'closeBracket',
} as const;

const STATES = {
  draft: 'drafted',
  check: 'check',
  accept: 'accepted',
  reject: 'rejected',
  discard: 'discarded',
  independent: 'independent',
  empty: 'empty',
} as const;

type UiWords = PanelWordsOf<'ui'>;

/** The token in words: `space`, `end mark`, `comma`; a letter is its own name. */
export function tokenName(words: UiWords, token: string): string {
  return token in NAMES ? words(NAMES[token as keyof typeof NAMES]) : token;
}

/** What a screen reader says of a chip: `position 3: space, drafted`. */
export function tokenWords(
  words: UiWords,
  token: string,
  state: TokenState,
  position?: number,
  more?: string,
) {
  const stands = state === 'plain' ? undefined : words(STATES[state]);
  const what = [tokenName(words, token), stands, more].filter(Boolean).join(', ');
  return position === undefined ? what : words('position', { position, what });
}
