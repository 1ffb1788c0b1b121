// Speculative sampling: a small model drafts x from q, the large one keeps it with probability min(1, p / q)
// and otherwise draws from what p has more than q. The text is another than one-at-a-time decoding's, its
// distribution the same. Every decision has a u of its own, which depends on seed and position alone.
// Source: Leviathan et al. 2023 (arXiv 2211.17192), Chen et al. 2023 (arXiv 2302.01318).

import { pick, probabilitiesOf, runningSum } from './sampling';
import type { StepTrace } from './trace';
import { uniform } from './u';
import type { Draft, Writer } from './writer';

/** Streams of random numbers beside the run's own, which picks what no draft decides. */
const DRAFTING = 2;
const ACCEPTING = 3;

export async function* speculativeSampling(writer: Writer): AsyncGenerator<StepTrace> {
  const { seed } = writer.run;
  while (!writer.done) {
    const drafts = await writer.draftInTurn((q, at) => pick(q, uniform(seed, at, DRAFTING)));
    const logits = await writer.call(writer.checkRows(drafts.map(({ token }) => token)));
    const { position } = writer;
    const checks: number[] = [];
    const cdfs: Float64Array[] = [];
    for (let k = 0; k <= drafts.length; k++) {
      const p = writer.cdf(logits, k);
      const draft = drafts[k];
      const stands = draft && uniform(seed, position + k, ACCEPTING) < ratio(p, draft);
      const cdf = !draft || stands ? p : residual(p, draft);
      const check = stands ? draft.token : pick(cdf, writer.u(position + k));
      checks.push(check);
      cdfs.push(cdf);
      if (!stands || check === writer.engine.config.end) break;
    }
    yield writer.keep(logits, drafts, checks, cdfs);
  }
}

/** p / q of the drafted token. */
function ratio(p: Float64Array, { token, cdf: q }: Draft): number {
  return (probabilitiesOf(p)[token] ?? 0) / (q ? (probabilitiesOf(q)[token] ?? 1) : 1);
}

/** CDF [V] of max(0, p - q), renormalised. */
function residual(p: Float64Array, { cdf: q }: Draft): Float64Array {
  const other = q ? probabilitiesOf(q) : p;
  const rest = probabilitiesOf(p).map((value, token) => Math.max(0, value - (other[token] ?? 0)));
  // Where p and q are one but for rounding, nothing is left over.
  return rest.some((value) => value > 0) ? runningSum(rest) : p;
}
