// What the page shows when the address says nothing. The recorded traces in public/traces/ were run
// with exactly these: change them, then record again (scripts/record-traces.mjs).
// Links leave out what is equal to these, so a change here changes what such links mean: address.ts.

import type { RunSpec } from '@/gpu';
import type { Choices } from './state';

const names: RunSpec = {
  model: 'names',
  method: 'o-ptp',
  prompt: '',
  seed: 188,
  u: {},
  sampling: { temperature: 1, topK: 0, topP: 1 },
  tokens: 16,
  draft: 16,
  budget: 16,
  freshU: false,
};

const tales: RunSpec = {
  model: 'tales',
  method: 'o-ptp',
  prompt: 'Once upon a time there was ',
  seed: 3,
  u: {},
  sampling: { temperature: 0.7, topK: 0, topP: 1 },
  tokens: 96,
  draft: 8,
  budget: 24,
  freshU: false,
};

const race: Choices['race'] = [
  ...(['ar', 'speculative', 'independent', 'medusa', 'mtp'] as const),
  ...(['o-ptp', 'c-ptp', 'pqd'] as const),
];

export const DEFAULTS: Choices = {
  ...{ runs: { names, tales }, race, draws: 1, step: null },
  // The first call of partial quadratic decoding has nothing to check yet: the second shows the idea.
  ...{ letter: 0, proof: 0, call: 1, joint: 'names', code: {} },
  ...{ bins: { model: 'tales', seed: 1, set: {} }, ratio: 0.1 },
};
