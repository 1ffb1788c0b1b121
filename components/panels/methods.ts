'use client';
// The methods of the race in the words of the page, in the order of the registry, and the families that share a
// colour. Colour and stroke: accept.css.

import { useMemo } from 'react';
import { METHOD_NAMES, type MethodName, methods } from '@/gpu';
import type { PanelWordsOf } from '../i18n/catalogue';
import { usePanelWords } from '../i18n/PanelWords';

export function useRacers() {
  const words = usePanelWords('methods');
  return useMemo(() => METHOD_NAMES.map((method) => racer(method, words)), [words]);
}

function racer(method: MethodName, words: PanelWordsOf<'methods'>) {
  return {
    method,
    keeps: methods[method].keeps,
    label: words(`${method}.label`),
    short: words(`${method}.short`),
    description: words(`${method}.description`),
  };
}

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
