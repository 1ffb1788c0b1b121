// Reading rows into a small network's context, as a chain behind what it holds.

import type { CpuContext } from '../cpu/cpu-context';
import { chainOf, type TokenInput } from '../engine';

/** Rows of one call, where there is much to read. */
const READING_ROWS = 64;

/** What came of a chain of rows: the scores [V] of the last, the states [C] of all if the context has any. */
export type Fed = Readonly<{
  scores: Float32Array;
  states: readonly Float32Array[];
  calls: number;
}>;

/**
 * Feed a chain of rows, one at least.
 * @param keep how many of them, from the first on, are committed; of the others a few at most
 */
export async function feed(
  context: CpuContext,
  inputs: readonly TokenInput[],
  keep = inputs.length,
): Promise<Fed> {
  const states: Float32Array[] = [];
  for (let from = 0, calls = 1; ; from += READING_ROWS, calls++) {
    // The last call takes all that are not committed: rows see only what is, or travels with them.
    const isLast = keep <= from + READING_ROWS;
    const part = inputs.slice(from, isLast ? undefined : from + READING_ROWS);
    const logits = await context.call(chainOf(part, context.length));
    const { values, vocab } = logits;
    const width = (logits.states?.length ?? 0) / part.length;
    part.forEach((_, row) => {
      if (logits.states) states.push(logits.states.slice(row * width, (row + 1) * width));
    });
    context.commit([...part.slice(0, keep - from).keys()]);
    if (isLast) return { scores: values.subarray((part.length - 1) * vocab), states, calls };
  }
}
