// Categorical PTP: a row sees the u's before its token and answers with a distribution, from which
// the token's own u then picks. So row k answers for position k + 1.

import { readCategorical } from './independent';
import { type Drafter, twoPass } from './two-pass';
import type { Writer } from './writer';

export const cPtpDrafter: Drafter = { student: 'c-ptp', shift: 1, read: readCategorical };

export const cPtp = (writer: Writer) => twoPass(writer, cPtpDrafter);
