// The smallest example in which independent guesses fail, computed rather than claimed.

export const PAIRS: readonly (readonly [string, string])[] = [
  ['def', 'f'],
  ['def', 'main'],
  ['import', 'numpy'],
  ['import', 'sys'],
];

export type Cell = Readonly<{
  first: string;
  second: string;
  /** Probability of the pair under two independent heads that know the marginals exactly. */
  independent: number;
  /** Probability of the pair in the example. */
  joint: number;
}>;

function share(token: string, place: 0 | 1): number {
  return PAIRS.filter((pair) => pair[place] === token).length / PAIRS.length;
}

/** Every combination of a first and a second token, row by row. */
export function cells(): Cell[] {
  const firsts = [...new Set(PAIRS.map(([first]) => first))];
  return firsts.flatMap((first) =>
    PAIRS.map(([, second]) => ({
      first,
      second,
      independent: share(first, 0) * share(second, 1),
      joint: PAIRS.some((pair) => pair[0] === first && pair[1] === second) ? 1 / PAIRS.length : 0,
    })),
  );
}

/** Probability that independent heads write a pair that occurs. */
export function validShare(): number {
  return cells().reduce((sum, cell) => sum + (cell.joint > 0 ? cell.independent : 0), 0);
}
