// Every decoding method by name. A new method is a file beside this one and an entry here; the command
// line, the page's comparisons and the exactness test take it up from here.

import type { SequentialName, StudentName } from '../model/config';
import { ar } from './ar';
import { cPtp } from './c-ptp';
import { chained } from './chained';
import { independent } from './independent';
import { lookahead } from './lookahead';
import { medusa } from './medusa';
import { oPtp } from './o-ptp';
import { pqd } from './pqd';
import { prophet } from './prophet';
import type { MethodName } from './run-spec';
import { sequential } from './sequential';
import { speculativeSampling } from './speculative-sampling';
import type { StepTrace } from './trace';
import type { Writer } from './writer';

export type Method = Readonly<{
  label: string;
  /** What its drafts alone, unchecked, would keep of the teacher's text: PTP the joint distribution. */
  keeps: string;
  /** What it writes: the very text of `ar` for the same u's, or another text of the same distribution. */
  exact: 'text' | 'distribution';
  /** Weights it drafts with, in the rows of a call. */
  student: StudentName | null;
  /** The network that drafts for it, one token after another. */
  sequential: SequentialName | null;
  /** Model calls per step; of a chain, per token. */
  calls: 1 | 2;
  /** @param histogram [K + 1] rounds by right drafts of o-ptp */
  write(writer: Writer, histogram: readonly number[]): AsyncGenerator<StepTrace>;
}>;

/** What most methods have in common. */
const PLAIN = { exact: 'text', student: null, sequential: null, calls: 1 } as const;
const MARGINALS = 'each token’s own distribution, not how they go together';

export const methods: Readonly<Record<MethodName, Method>> = {
  ar: { ...PLAIN, label: 'One at a time', keeps: 'the text', write: ar },
  chained: { ...PLAIN, label: 'Chained', keeps: 'the text', write: chained },
  speculative: {
    ...PLAIN,
    label: 'Draft model',
    keeps: 'the small model’s text',
    sequential: 'draft',
    write: sequential,
  },
  'speculative-sampling': {
    ...PLAIN,
    label: 'Speculative sampling',
    keeps: 'the small model’s distribution',
    exact: 'distribution',
    sequential: 'draft',
    write: speculativeSampling,
  },
  lookahead: {
    ...PLAIN,
    label: 'Lookahead',
    keeps: 'nothing: its drafts are guesses until they stand still',
    write: lookahead,
  },
  prophet: {
    ...PLAIN,
    label: 'ProphetNet-style',
    keeps: MARGINALS,
    student: 'prophet',
    calls: 2,
    write: prophet,
  },
  independent: {
    ...PLAIN,
    label: 'Independent',
    keeps: MARGINALS,
    student: 'independent',
    calls: 2,
    write: independent,
  },
  medusa: {
    ...PLAIN,
    label: 'Tree of heads',
    keeps: MARGINALS,
    student: 'independent',
    calls: 2,
    write: medusa,
  },
  eagle: {
    ...PLAIN,
    label: 'EAGLE-style',
    keeps: 'how the tokens go together, one small step after another',
    sequential: 'eagle',
    write: sequential,
  },
  mtp: {
    ...PLAIN,
    label: 'MTP modules',
    keeps: 'how the tokens go together, one small step after another',
    sequential: 'mtp',
    write: sequential,
  },
  'o-ptp': {
    ...PLAIN,
    label: 'O-PTP',
    keeps: 'the text',
    student: 'o-ptp',
    calls: 2,
    write: oPtp,
  },
  'c-ptp': {
    ...PLAIN,
    label: 'C-PTP',
    keeps: 'the distribution',
    student: 'c-ptp',
    calls: 2,
    write: cPtp,
  },
  pqd: { ...PLAIN, label: 'PQD', keeps: 'the text', student: 'o-ptp', write: pqd },
};
