// One at a time without coming back in between: the device picks each token itself and goes on, many
// forward passes in one submit. The strongest fair baseline for everything that saves passes.

import { MAX_CHAIN } from '../engines/engine';
import { ar } from './ar';
import type { StepTrace } from './trace';
import type { Writer } from './writer';

/** As `ar`, token by token, where the device or the sampling allows no chain: top-k and top-p are ours. */
export async function* chained(writer: Writer): AsyncGenerator<StepTrace> {
  if (!writer.canChain) return yield* ar(writer);
  while (!writer.done) yield await writer.chain(MAX_CHAIN);
}
