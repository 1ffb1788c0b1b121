// Every decoding method by name. A new method is a file beside this one and an entry here; the command
// line, the page's comparisons and the exactness test take it up from here.

import type { StudentName } from '../model/config';
import { ar } from './ar';
import { cPtp } from './c-ptp';
import { chained } from './chained';
import { independent } from './independent';
import { lookahead } from './lookahead';
import { medusa } from './medusa';
import { oPtp } from './o-ptp';
import { pqd } from './pqd';
import type { MethodName } from './run-spec';
import type { StepTrace } from './trace';
import type { Writer } from './writer';

export type Method = Readonly<{
  label: string;
  /** What it is called where there is little room. */
  short: string;
  /** What one round does, in a sentence. */
  description: string;
  /** Weights it drafts with. */
  student: StudentName | null;
  /** Model calls per step; of a chain, per token. */
  calls: 1 | 2;
  /** @param histogram [K + 1] rounds by right drafts of o-ptp */
  write(writer: Writer, histogram: readonly number[]): AsyncGenerator<StepTrace>;
}>;

export const methods: Readonly<Record<MethodName, Method>> = {
  ar: {
    label: 'One at a time',
    short: 'one at a time',
    description: 'One call writes one token, and the next call waits for it.',
    student: null,
    calls: 1,
    write: ar,
  },
  chained: {
    label: 'Chained',
    short: 'chained',
    description:
      'One at a time, but the device picks each token itself and goes on without coming back, where it can.',
    student: null,
    calls: 1,
    write: chained,
  },
  lookahead: {
    label: 'Lookahead',
    short: 'lookahead',
    description:
      'No draft weights: every call checks the guesses for the next places, and what it says of each place is the next guess.',
    student: null,
    calls: 1,
    write: lookahead,
  },
  independent: {
    label: 'Independent heads',
    short: 'independent',
    description: 'One call drafts each token without knowing the other drafts, a second checks.',
    student: 'independent',
    calls: 2,
    write: independent,
  },
  medusa: {
    label: 'Tree of heads',
    short: 'tree',
    description:
      'As in Medusa: the independent heads name several candidates each, and the second call checks a tree of them.',
    student: 'independent',
    calls: 2,
    write: medusa,
  },
  'o-ptp': {
    label: 'O-PTP',
    short: 'O-PTP',
    description: 'One call names a token for each random number, a second checks.',
    student: 'o-ptp',
    calls: 2,
    write: oPtp,
  },
  'c-ptp': {
    label: 'C-PTP',
    short: 'C-PTP',
    description:
      'One call drafts distributions that know the random numbers before their own, which then picks; a second checks.',
    student: 'c-ptp',
    calls: 2,
    write: cPtp,
  },
  pqd: {
    label: 'O-PTP, quadratic',
    short: 'quadratic',
    description:
      'Partial quadratic decoding: one call checks the last drafts and makes the next, for every outcome of the check that is likely.',
    student: 'o-ptp',
    calls: 1,
    write: pqd,
  },
};
