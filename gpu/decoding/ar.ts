// One token per call: what every other method must reproduce.

import type { StepTrace } from './trace';
import type { Writer } from './writer';

export async function* ar(writer: Writer): AsyncGenerator<StepTrace> {
  while (!writer.done) {
    const logits = await writer.call(writer.checkRows([]));
    yield writer.accept(logits, []);
  }
}
