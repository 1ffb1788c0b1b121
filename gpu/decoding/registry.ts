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
  /** What its drafts alone, unchecked, would keep of the teacher's text: PTP the joint distribution. */
  keeps: string;
  /** Weights it drafts with. */
  student: StudentName | null;
  /** Model calls per step; of a chain, per token. */
  calls: 1 | 2;
  /** @param histogram [K + 1] rounds by right drafts of o-ptp */
  write(writer: Writer, histogram: readonly number[]): AsyncGenerator<StepTrace>;
}>;

export const methods: Readonly<Record<MethodName, Method>> = {
  ar: { label: 'One at a time', keeps: 'the text', student: null, calls: 1, write: ar },
  chained: { label: 'Chained', keeps: 'the text', student: null, calls: 1, write: chained },
  lookahead: {
    label: 'Lookahead',
    keeps: 'nothing: its drafts are guesses until they stand still',
    student: null,
    calls: 1,
    write: lookahead,
  },
  independent: {
    label: 'Independent',
    keeps: 'each token’s own distribution, not how they go together',
    student: 'independent',
    calls: 2,
    write: independent,
  },
  medusa: {
    label: 'Tree of heads',
    keeps: 'each token’s own distribution, not how they go together',
    student: 'independent',
    calls: 2,
    write: medusa,
  },
  'o-ptp': { label: 'O-PTP', keeps: 'the text', student: 'o-ptp', calls: 2, write: oPtp },
  'c-ptp': { label: 'C-PTP', keeps: 'the distribution', student: 'c-ptp', calls: 2, write: cPtp },
  pqd: { label: 'PQD', keeps: 'the text', student: 'o-ptp', calls: 1, write: pqd },
};
