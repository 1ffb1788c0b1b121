// How the methods of the race are called and explained. Colour and stroke: accept.css.

import { METHOD_NAMES, type MethodName } from '@/gpu';

type Words = Readonly<{
  name: string;
  short: string;
  /** What it does, in a few words. */
  remark: string;
}>;

const WORDS: Readonly<Record<MethodName, Words>> = {
  ar: {
    name: 'One at a time',
    short: 'one at a time',
    remark: 'One call writes one token.',
  },
  chained: {
    name: 'Chained',
    short: 'chained',
    remark:
      'One at a time, but the device picks each token itself and goes on without coming back, where it can.',
  },
  speculative: {
    name: 'Draft model',
    short: 'draft model',
    remark:
      'Speculative decoding: a model of a tenth of the size drafts one token after another with the same random numbers, one call checks them all.',
  },
  'speculative-sampling': {
    name: 'Speculative sampling',
    short: 'sampling',
    remark:
      'The same small model with the rule of Leviathan and of Chen: another text than one at a time, from the same distribution.',
  },
  lookahead: {
    name: 'Lookahead',
    short: 'lookahead',
    remark:
      'No draft weights: every call checks the guesses for the next places, and what it says of each place is the next guess.',
  },
  prophet: {
    name: 'ProphetNet-style',
    short: 'two streams',
    remark:
      'A second stream predicts the token after the next. It was meant for training; its authors claimed no speed.',
  },
  independent: {
    name: 'Independent heads',
    short: 'independent',
    remark: 'One call drafts without knowing the other drafts, a second checks.',
  },
  medusa: {
    name: 'Tree of heads',
    short: 'tree',
    remark:
      'As in Medusa: the independent heads name several candidates each, and the second call checks a tree of them.',
  },
  eagle: {
    name: 'EAGLE-style',
    short: 'EAGLE',
    remark:
      'One extra block drafts token after token, on the large model’s last state and then on its own; one call checks.',
  },
  mtp: {
    name: 'MTP modules',
    short: 'MTP',
    remark:
      'As in DeepSeek-V3: an extra block for each token ahead, one after another, fed with the block before; one call checks.',
  },
  'o-ptp': {
    name: 'PTP',
    short: 'PTP',
    remark: 'One call drafts from the random numbers, a second checks.',
  },
  'c-ptp': {
    name: 'C-PTP',
    short: 'C-PTP',
    remark:
      'Categorical PTP: one call drafts distributions that know the random numbers before, a second checks.',
  },
  pqd: {
    name: 'PTP, quadratic',
    short: 'quadratic',
    remark:
      'Partial quadratic decoding: one call checks the last drafts and makes the next, for every outcome of the check that is likely.',
  },
};

/** All methods, in the order of the registry. */
export const RACERS = METHOD_NAMES.map((method) => ({ method, ...WORDS[method] }));
