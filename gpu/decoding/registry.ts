// Every decoding method by name. A new method is a file beside this one and an entry here; the command
// line, the page's comparisons and the exactness test take it up from here.

import type { SequentialName, StudentName } from '../model/config';
import { ar } from './ar';
import { cPtp } from './c-ptp';
import { chained } from './chained';
import { independent } from './independent';
import { lookahead } from './lookahead';
import { oPtp } from './o-ptp';
import { pqd } from './pqd';
import { prophet } from './prophet';
import { METHOD_NAMES, type MethodName } from './run-spec';
import { sequential } from './sequential';
import { speculativeSampling } from './speculative-sampling';
import type { StepTrace } from './trace';
import { medusa, ptpTree } from './tree';
import type { Writer } from './writer';

export type Method = Readonly<{
  label: string;
  /** What it is called where there is little room. */
  short: string;
  /** What one round does, in a sentence. */
  description: string;
  /** Of one-at-a-time decoding: its very text for the same u's, or only the distribution of texts. */
  keeps: 'text' | 'distribution';
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
const PLAIN = { keeps: 'text', student: null, sequential: null, calls: 1 } as const;

export const methods: Readonly<Record<MethodName, Method>> = {
  ar: {
    ...PLAIN,
    label: 'One at a time',
    short: 'one at a time',
    description: 'One call writes one token, and the next call waits for it.',
    write: ar,
  },
  chained: {
    ...PLAIN,
    label: 'Chained',
    short: 'chained',
    description:
      'One at a time, but the device picks each token itself and goes on without coming back, where it can.',
    write: chained,
  },
  speculative: {
    ...PLAIN,
    label: 'Draft model',
    short: 'draft model',
    description:
      'Speculative decoding: a model of a tenth of the size drafts one token after another from the same random numbers, one call checks them all.',
    sequential: 'draft',
    write: sequential,
  },
  'speculative-sampling': {
    ...PLAIN,
    label: 'Speculative sampling',
    short: 'sampling',
    description:
      'The same small model, with random numbers of its own and the rule of 2023: another text than one at a time, of the same distribution.',
    keeps: 'distribution',
    sequential: 'draft',
    write: speculativeSampling,
  },
  lookahead: {
    ...PLAIN,
    label: 'Lookahead',
    short: 'lookahead',
    description:
      'No draft weights: every call checks the guesses for the next places, and what it says of each place is the next guess.',
    write: lookahead,
  },
  prophet: {
    ...PLAIN,
    label: 'ProphetNet-style',
    short: 'two streams',
    description:
      'A second stream predicts the token after the next, a second call checks. The idea was meant for training; its authors claimed no speed.',
    student: 'prophet',
    calls: 2,
    write: prophet,
  },
  independent: {
    ...PLAIN,
    label: 'Independent heads',
    short: 'independent',
    description: 'One call drafts each token without knowing the other drafts, a second checks.',
    student: 'independent',
    calls: 2,
    write: independent,
  },
  medusa: {
    ...PLAIN,
    label: 'Tree of heads',
    short: 'tree',
    description:
      'As in Medusa: the independent heads name several candidates each, and the second call checks a tree of them.',
    student: 'independent',
    calls: 2,
    write: medusa,
  },
  eagle: {
    ...PLAIN,
    label: 'EAGLE-style',
    short: 'EAGLE',
    description:
      'One extra block drafts token after token, from the teacher’s last state and then from its own; one call checks.',
    sequential: 'eagle',
    write: sequential,
  },
  mtp: {
    ...PLAIN,
    label: 'MTP modules',
    short: 'MTP',
    description:
      'As in DeepSeek-V3: an extra block for each token ahead, one after another, each fed by the one before; one call checks.',
    sequential: 'mtp',
    write: sequential,
  },
  'o-ptp': {
    ...PLAIN,
    label: 'O-PTP',
    short: 'O-PTP',
    description: 'One call names a token for each random number, a second checks.',
    student: 'o-ptp',
    calls: 2,
    write: oPtp,
  },
  'c-ptp': {
    ...PLAIN,
    label: 'C-PTP',
    short: 'C-PTP',
    description:
      'One call drafts distributions that know the random numbers before their own, which then picks; a second checks.',
    student: 'c-ptp',
    calls: 2,
    write: cPtp,
  },
  'ptp-tree': {
    ...PLAIN,
    label: 'O-PTP, tree',
    short: 'O-PTP tree',
    description:
      'Medusa’s tree with the candidates of O-PTP, which know the random numbers; our own combination, not the paper’s.',
    student: 'o-ptp',
    calls: 2,
    write: ptpTree,
  },
  pqd: {
    ...PLAIN,
    label: 'O-PTP, quadratic',
    short: 'quadratic',
    description:
      'Partial quadratic decoding: one call checks the last drafts and makes the next, for every outcome of the check that is likely.',
    student: 'o-ptp',
    write: pqd,
  },
};

/** The methods that write the very text of one-at-a-time decoding. */
export const EXACT_METHODS = METHOD_NAMES.filter((method) => methods[method].keeps === 'text');
