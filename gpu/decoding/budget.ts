// How partial quadratic decoding spends its auxiliary rows: more behind the outcomes of the next
// check that are likely, none behind those that would not help.
// Source: Draxler et al. 2025, released code (lit.py, `proposals`); fact by fact in pqd.ts.

/**
 * Probability of each outcome of the next check, [drafts + 1]: outcome m keeps exactly m drafts.
 * A_m = (1 - c_m) * c_0 ... c_(m-1), errors taken as independent given the confidences c.
 */
export function outcomeWeights(confidences: readonly number[]): number[] {
  let kept = 1;
  const weights = confidences.map((confidence) => {
    const weight = kept * (1 - confidence);
    kept *= confidence;
    return weight;
  });
  return [...weights, kept];
}

/**
 * What a group of b rows is worth, [K + 1]: the expected number of its drafts that the next check keeps.
 *
 * Row 0 of a group only passes its u on, for its token is the teacher's; so one row is worth nothing
 * and b rows are worth the sum over j = 2 ... b of P(at least j tokens right).
 * @param histogram [K + 1] rounds by number of right drafts, the teacher's own first one counted
 * The released code sums j * h_j for j <= b instead, which leaves out every run that goes on beyond b
 * and so fills a few groups to the brim.
 */
export function groupWorth(histogram: readonly number[]): number[] {
  const atLeast = histogram.map((_, j) => histogram.slice(j).reduce((sum, n) => sum + n, 0));
  const rounds = atLeast[1] || 1;
  let worth = 0;
  return atLeast.map((count, b) => {
    if (b >= 2) worth += count / rounds;
    return worth;
  });
}

/** Where nothing was measured: each further draft is right with this probability. */
const GUESSED_MATCH = 0.75;

/** A histogram [K + 1] for `groupWorth` where the manifest has none: runs of geometric length. */
export function guessedHistogram(draft: number): number[] {
  return Array.from({ length: draft + 1 }, (_, right) => {
    if (right === 0) return 0;
    return GUESSED_MATCH ** (right - 1) * (right === draft ? 1 : 1 - GUESSED_MATCH);
  });
}

/**
 * Rows for each group, `budget` in all and at most K each: largest gain in weight * worth per row first.
 *
 * A step may add several rows at once, since the first row of a group is worth nothing by itself.
 * Among equals the earlier outcome, and the fewer rows, come first.
 * @param weights probability of each outcome
 * @param worth   [K + 1] worth of a group by its rows
 */
export function allocate(
  weights: readonly number[],
  worth: readonly number[],
  budget: number,
): number[] {
  const sizes = weights.map(() => 0);
  const most = worth.length - 1;
  let left = Math.min(budget, most * sizes.length);
  while (left > 0) {
    let best = { outcome: 0, rows: 0, gain: -1 };
    for (const [outcome, weight] of weights.entries()) {
      const size = sizes[outcome] ?? 0;
      for (let rows = 1; rows <= Math.min(left, most - size); rows++) {
        const more = (worth[size + rows] ?? 0) - (worth[size] ?? 0);
        const gain = (weight * more) / rows;
        if (gain > best.gain) best = { outcome, rows, gain };
      }
    }
    sizes[best.outcome] = (sizes[best.outcome] ?? 0) + best.rows;
    left -= best.rows;
  }
  return sizes;
}
