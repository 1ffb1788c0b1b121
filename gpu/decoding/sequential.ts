// A small network drafts one token after another with the run's own u's, one call of the large one checks
// them all: a draft stands where both pick the same token. A draft model, EAGLE's block and the MTP
// modules differ only in the network; see engines/sequential.
// Source: speculative decoding, Leviathan et al. 2023 (arXiv 2211.17192), with shared u's in the place of
// their rule of acceptance, so that the text stays the same.

import { pick } from './sampling';
import type { StepTrace } from './trace';
import type { Writer } from './writer';

export async function* sequential(writer: Writer): AsyncGenerator<StepTrace> {
  while (!writer.done) {
    const drafts = await writer.draftInTurn((cdf, at) => pick(cdf, writer.draftU(at)));
    const logits = await writer.call(writer.checkRows(drafts.map(({ token }) => token)));
    yield writer.accept(logits, drafts);
  }
}
