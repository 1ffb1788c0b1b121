// The smallest examples in which independent guesses fail, computed rather than claimed.

type Pairs = readonly (readonly [string, string])[];

/** Pairs that occur, all equally likely. */
const EXAMPLES = {
  code: [
    ['def', 'f'],
    ['def', 'main'],
    ['import', 'numpy'],
    ['import', 'sys'],
  ],
  thanks: [
    ['Danke', 'schön'],
    ['Vielen', 'Dank'],
  ],
} as const satisfies Record<string, Pairs>;

export type Example = keyof typeof EXAMPLES;

export type Cell = Readonly<{
  first: string;
  second: string;
  /** Probability of the pair under two independent heads that know the marginals exactly. */
  independent: number;
  /** Probability of the pair in the example. */
  joint: number;
}>;

function share(pairs: Pairs, token: string, place: 0 | 1): number {
  return pairs.filter((pair) => pair[place] === token).length / pairs.length;
}

/** Every combination of a first and a second token, row by row. */
export function cells(example: Example): Cell[] {
  const pairs: Pairs = EXAMPLES[example];
  const firsts = [...new Set(pairs.map(([first]) => first))];
  return firsts.flatMap((first) =>
    pairs.map(([, second]) => ({
      first,
      second,
      independent: share(pairs, first, 0) * share(pairs, second, 1),
      joint: pairs.some((pair) => pair[0] === first && pair[1] === second) ? 1 / pairs.length : 0,
    })),
  );
}

/** Probability that independent heads write a pair that occurs. */
export function validShare(example: Example = 'code'): number {
  return cells(example).reduce((sum, cell) => sum + (cell.joint > 0 ? cell.independent : 0), 0);
}
