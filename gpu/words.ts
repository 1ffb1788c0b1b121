// What the engine says to readers without being an error: a key and values. The English stands here, for the command
// line and reports; the page has it in its catalogue, other languages beside it (components/i18n/catalogue.ts).

/** `{key: 'tokens', values: {count: 5}}`. A number is written as the reader writes numbers, a text as it is. */
export type Said<Key extends string> = Readonly<{
  key: Key;
  values: Readonly<Record<string, string | number>>;
}>;

export type Say<Key extends string> = (said: Said<Key>) => string;

export function said<Key extends string>(key: Key, values: Said<Key>['values'] = {}): Said<Key> {
  return { key, values };
}

/** Writes in the words of a table of English sentences, with `{name}` where a value goes. */
export function sayFrom<Key extends string>(table: Readonly<Record<Key, string>>): Say<Key> {
  return ({ key, values }) =>
    table[key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
}

/** What is checked on the page /check. */
export const CHECK_WORDS = {
  random: 'random model, {channels} channels',
  oneToken: 'one token in a call',
  tokens: '{count} tokens in a call',
  drafts: '7 drafts by the student {student} behind 6 tokens, at three temperatures',
  sizes: 'a text of 48 tokens in one call, one by one, and by threes',
  branches: 'the branches of a tree, together and each alone',
  tree: 'a tree of tokens and drafts',
  window: 'a tree behind as many tokens as the model sees',
  ring: '700 tokens, where the memory holds 261 and begins again',
  ringSizes: '700 tokens in calls of 256, of 100 and of 17',
  secondBranch: 'a text that goes on from the second branch of a tree',
  sideBySide: 'two texts written side by side, and each alone',
  sameBits: 'the same bits',
  againstCpu: 'GPU against CPU',
  trained: '{model} on {device}',
  scores: 'scores of one call with {rows} rows',
  text: 'a text of {tokens} tokens, seed {seed}, temperature {temperature}',
};

export type CheckKey = keyof typeof CHECK_WORDS;
export type CheckPart = Said<CheckKey>;
