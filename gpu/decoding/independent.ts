// Independent prediction: the same network with a constant in the place of u. Each row answers with
// its position's marginal distribution, from which u picks; no row knows what another picked.

import type { Logits } from '../engines/engine';
import { cdfOf, pick, softmax } from './sampling';
import { type Drafter, twoPass } from './two-pass';
import { type Draft, scores, studentSampling, type Writer } from './writer';

export const independentDrafter: Drafter = {
  student: 'independent',
  shift: 0,
  read: readCategorical,
};

export const independent = (writer: Writer) => twoPass(writer, independentDrafter);

/** The token that u picks from the row's distribution. */
export function readCategorical(writer: Writer, logits: Logits, row: number, u: number): Draft {
  const own = scores(logits, row);
  const cdf = cdfOf(own, studentSampling(writer.run.sampling));
  return { token: pick(cdf, u), cdf, confidence: Math.max(...softmax(own, 1)) };
}
