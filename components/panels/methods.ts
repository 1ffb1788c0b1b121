// The methods of the race, in the order of the registry, and the families that share a colour. Colour and
// stroke: accept.css.

import { METHOD_NAMES, type MethodName, methods } from '@/gpu';

export const RACERS = METHOD_NAMES.map((method) => ({ method, ...methods[method] }));

/** What the drafts of a method know. */
export type Family = 'none' | 'older' | 'chain' | 'independent' | 'numbers';

export const FAMILY_OF: Readonly<Record<MethodName, Family>> = {
  ar: 'none',
  chained: 'none',
  lookahead: 'older',
  speculative: 'chain',
  'speculative-sampling': 'chain',
  eagle: 'chain',
  mtp: 'chain',
  prophet: 'independent',
  independent: 'independent',
  medusa: 'independent',
  'o-ptp': 'numbers',
  'c-ptp': 'numbers',
  'ptp-tree': 'numbers',
  pqd: 'numbers',
};
