// The words for what is wrong with a parameter, in English; other languages have theirs in content/messages/. Alone,
// so that a page, which has them from its catalogue, does without.

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
