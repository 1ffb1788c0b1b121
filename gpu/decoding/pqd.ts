// Partial quadratic decoding: one call verifies the last drafts and drafts the next ones, behind every
// outcome of the check that is worth it. After the check one group of drafts fits; the rest is dropped.
// Source: Draxler et al. 2025 (arXiv 2512.21323), section 2.3; released code, lit.py `generate`. As
// there, except that a short group makes a short tail (no dummy tokens) and that budget.ts is exact.

import { allocate, groupWorth, outcomeWeights } from './budget';
import { readOneHot } from './o-ptp';
import type { StepTrace } from './trace';
import { auxiliaryRow, untilEnd } from './two-pass';
import type { Draft, Writer } from './writer';

/** @param histogram [K + 1] rounds by right drafts of o-ptp, as measured in training */
export async function* pqd(
  writer: Writer,
  histogram: readonly number[],
): AsyncGenerator<StepTrace> {
  const worth = groupWorth(histogram).slice(0, writer.run.draft + 1);
  let tail: Draft[] = [];
  while (!writer.done) {
    const rows = writer.checkRows(tail.map(({ token }) => token));
    // Behind a drafted end mark stands no row, and no group: that outcome ends the text.
    const weights = outcomeWeights(tail.map(({ confidence }) => confidence)).slice(0, rows.length);
    const sizes = allocate(weights, worth, writer.run.budget);
    const firstRow = sizes.map((size, ahead) => {
      const first = rows.length;
      for (let slot = 0; slot < size; slot++) {
        rows.push(auxiliaryRow(writer, rows, ahead, slot));
      }
      return first;
    });
    const logits = await writer.call(rows, 'o-ptp');
    const step = writer.accept(logits, tail);
    // The group behind the kept drafts. Its slot 0 answers for the token that the check has just
    // fixed; the later slots knew that token only by its u, and become the next tail.
    const outcome = step.checks.length - 1;
    const [first, size] = [firstRow[outcome] ?? 0, sizes[outcome] ?? 0];
    const slots = Array.from({ length: Math.max(size - 1, 0) }, (_, slot) => first + 1 + slot);
    tail = untilEnd(
      writer,
      slots.map((row) => readOneHot(writer, logits, row)),
    );
    yield { ...step, groups: sizes };
  }
}
