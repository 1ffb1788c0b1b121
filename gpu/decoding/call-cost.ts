// What one call costs on this device, by the number of rows that travel in it.

import type { Model } from '../model/load';
import type { RunSpec } from './run-spec';
import { Writer } from './writer';

/** One measured call: milliseconds from submit to read-back. */
export type CallCost = Readonly<{ rows: number; ms: number }>;

/**
 * Calls of every width in turn, so that what else the device does falls on all alike. A call of n rows
 * is what checking n - 1 drafts behind the run's prompt takes. Before each measured call goes one like it,
 * unmeasured: behind a call of 64 rows one of a single row would find the caches full of other things.
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
    for (let round = 0; round < rounds; round++) {
      for (const rows of widths) {
        const call = writer.checkRows(Array.from({ length: rows - 1 }, () => writer.last));
        await writer.call(call);
        const { ms } = await writer.call(call);
        yield { rows, ms };
      }
    }
  } finally {
    writer.free();
  }
}
