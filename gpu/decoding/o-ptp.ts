// One-hot PTP: a row sees the u's up to its own and so knows its token; argmax reads it off.

import type { Logits } from '../engines/engine';
import { argmax, softmax } from './sampling';
import { type Drafter, twoPass } from './two-pass';
import { type Draft, scores, type Writer } from './writer';

export const oPtpDrafter: Drafter = { student: 'o-ptp', shift: 0, read: readOneHot };

export const oPtp = (writer: Writer) => twoPass(writer, oPtpDrafter);

/** The token of highest score. Its probability is the student's confidence; there is no CDF to show. */
export function readOneHot(_writer: Writer, logits: Logits, row: number): Draft {
  const own = scores(logits, row);
  return { token: argmax(own), confidence: Math.max(...softmax(own, 1)) };
}
