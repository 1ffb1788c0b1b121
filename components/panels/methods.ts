// How the methods of the race are called and drawn. A colour and a stroke, the same in every figure.

import type { MethodName } from '@/gpu';

export type RaceMethod = MethodName;

export const RACERS: readonly Readonly<{
  method: RaceMethod;
  name: string;
  short: string;
  /** What it does, in a few words. */
  remark: string;
}>[] = [
  {
    method: 'ar',
    name: 'One at a time',
    short: 'one at a time',
    remark: 'One call writes one token.',
  },
  {
    method: 'independent',
    name: 'Independent heads',
    short: 'independent',
    remark: 'One call drafts without knowing the other drafts, a second checks.',
  },
  {
    method: 'o-ptp',
    name: 'PTP',
    short: 'PTP',
    remark: 'One call drafts from the dials, a second checks.',
  },
  {
    method: 'c-ptp',
    name: 'C-PTP',
    short: 'C-PTP',
    remark:
      'Categorical PTP: one call drafts distributions that know the dials before, a second checks.',
  },
  {
    method: 'pqd',
    name: 'PTP, quadratic',
    short: 'quadratic',
    remark:
      'Partial quadratic decoding: one call checks the last drafts and makes the next, for every outcome of the check that is likely.',
  },
];
