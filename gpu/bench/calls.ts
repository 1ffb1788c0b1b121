// The calls that are timed, behind a full window of text: one token, sixteen rows, and the call of partial
// quadratic decoding at its default. Which tokens they are makes no difference to the time.

import { defaultRun } from '../decoding/run-spec';
import { PREFIX, type Row } from '../engines/engine';
import type { Config } from '../model/config';

export type CallName = '1 row' | '16 rows' | 'PQD';
export type TimedCall = Readonly<{ name: CallName; rows: readonly Row[]; tokens: number }>;

/** Token rows that fill the window. */
export function promptRows({ window, vocabulary }: Config): Row[] {
  return tokenChain(window, 0, vocabulary.length);
}

/** @returns `tokens` is how many of the rows are token rows; they come first */
export function timedCalls(config: Config): TimedCall[] {
  const { window, vocabulary, name } = config;
  const { draft, budget } = defaultRun(name);
  const chain = (count: number) => tokenChain(count, window, vocabulary.length);
  const groups = auxiliaryGroups(budget, draft, window);
  return [
    { name: '1 row', rows: chain(1), tokens: 1 },
    { name: '16 rows', rows: chain(16), tokens: 16 },
    { name: 'PQD', rows: [...chain(draft + 1), ...groups], tokens: draft + 1 },
  ];
}

function tokenChain(count: number, from: number, vocab: number): Row[] {
  return Array.from({ length: count }, (_, i) => ({
    input: { token: (7 * (from + i) + 3) % vocab },
    parent: i === 0 ? PREFIX : i - 1,
    position: from + i,
  }));
}

/** Groups of `size` auxiliary rows, each behind another of the first `size + 1` rows. */
function auxiliaryGroups(count: number, size: number, from: number): Row[] {
  return Array.from({ length: count }, (_, i) => {
    const [group, slot] = [Math.floor(i / size), i % size];
    return {
      input: { u: (0.37 * i) % 1, after: 1 },
      parent: slot === 0 ? group : size + i,
      position: from + group + slot,
    };
  });
}
