// What one call costs on this device, by the number of rows that travel in it.

import type { Model } from '../model/load';
import type { RunSpec } from './run-spec';
import { Writer } from './writer';

/** One measured call: milliseconds from submit to read-back. */
export type CallCost = Readonly<{ rows: number; ms: number }>;

/**
 * Calls of every width in turn, so that what else the device does falls on all alike. A call of n rows
 * is what checking n - 1 drafts behind the run's prompt takes. The first round, unmeasured, warms up.
 * @param widths rows per call, 1 … MAX_ROWS; all must fit into the model's window
 * @param rounds how often each width is measured
 */
export async function* callCosts(
  model: Model,
  run: RunSpec,
  widths: readonly number[],
  rounds: number,
): AsyncGenerator<CallCost, void> {
  const writer = new Writer(model.engine, run);
  try {
    await writer.read();
    for (let round = 0; round <= rounds; round++) {
      for (const rows of widths) {
        const drafts = Array.from({ length: rows - 1 }, () => writer.last);
        const { ms } = await writer.call(writer.checkRows(drafts));
        if (round > 0) yield { rows, ms };
      }
    }
  } finally {
    writer.free();
  }
}
