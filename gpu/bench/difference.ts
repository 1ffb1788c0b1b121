// Whether two engines compute the same: what they are timed at means nothing otherwise.

/** The largest difference; infinite where the sizes differ or something is not a number. */
export function largestDifference(found: Float32Array, expected: Float32Array): number {
  if (found.length !== expected.length) return Number.POSITIVE_INFINITY;
  let largest = 0;
  found.forEach((value, i) => {
    const difference = Math.abs(value - (expected[i] ?? Number.NaN));
    largest = Number.isNaN(difference) ? Number.POSITIVE_INFINITY : Math.max(largest, difference);
  });
  return largest;
}
