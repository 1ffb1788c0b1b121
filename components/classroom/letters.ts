// Counting a class's letters beside the model's distribution.

/**
 * The share [V] of u's in each bin of a CDF [V], and the probability [V] of each bin.
 * `distance`: total variation between the two, 0 … 1; null without u's.
 */
export function countLetters(cdf: readonly number[], us: readonly number[]) {
  const probabilities = cdf.map((edge, k) => edge - (cdf[k - 1] ?? 0));
  const counts = cdf.map(() => 0);
  for (const u of us) {
    const found = cdf.findIndex((edge) => edge > u);
    const bin = found === -1 ? cdf.length - 1 : found;
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const shares = counts.map((count) => (us.length === 0 ? 0 : count / us.length));
  const apart = shares.reduce(
    (sum, share, k) => sum + Math.abs(share - (probabilities[k] ?? 0)),
    0,
  );
  return { probabilities, counts, shares, distance: us.length === 0 ? null : apart / 2 };
}
