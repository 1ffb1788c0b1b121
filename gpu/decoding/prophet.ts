// ProphetNet's objective at n = 2: besides the next token a second stream predicts the one after it. It was
// meant for training, and its authors claimed no speed; here its second stream drafts one token a round.
// Source: Qi et al. 2020 (arXiv 2001.04063).

import { readCategorical } from './independent';
import { twoPass } from './two-pass';
import type { Writer } from './writer';

export const prophet = (writer: Writer) =>
  twoPass(writer, { student: 'prophet', shift: 0, most: 2, read: readCategorical });
