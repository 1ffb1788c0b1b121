// What is checked on the page /check, in English: parts of the names of its checks.

import type { Said } from '../words';

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

export type CheckPart = Said<keyof typeof CHECK_WORDS>;
