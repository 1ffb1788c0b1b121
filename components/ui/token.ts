// What a token is called and how its state is said. Used by chips, tables and screen readers alike.

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

const INVISIBLE: Readonly<Record<string, string>> = {
  ' ': 'space',
  '\n': 'new line',
  '\t': 'tab',
  '\0': 'end mark',
  [END]: 'end mark',
  '': 'nothing',
};

const PUNCTUATION: Readonly<Record<string, string>> = {
  '.': 'full stop',
  ',': 'comma',
  ';': 'semicolon',
  ':': 'colon',
  '!': 'exclamation mark',
  '?': 'question mark',
  "'": 'apostrophe',
  '"': 'quotation mark',
  '-': 'hyphen',
  '(': 'opening bracket',
  ')': 'closing bracket',
};

const STATES: Readonly<Record<TokenState, string>> = {
  plain: '',
  draft: 'drafted',
  check: 'check',
  accept: 'accepted',
  reject: 'rejected',
  discard: 'discarded',
  independent: 'independent',
  empty: 'empty',
};

/** The token in words: `space`, `end mark`, `comma`; a letter is its own name. */
export function tokenName(token: string): string {
  return INVISIBLE[token] ?? PUNCTUATION[token] ?? token;
}

/** The state in one word; the empty string for plain text. */
export function stateName(state: TokenState): string {
  return STATES[state];
}

/** What a screen reader says of a chip: `position 3: space, drafted`. */
export function tokenWords(token: string, state: TokenState, position?: number, more?: string) {
  const where = position === undefined ? '' : `position ${position}: `;
  const what = [tokenName(token), stateName(state), more].filter(Boolean).join(', ');
  return where + what;
}
