// A link may name a round that its run does not have: the last one is shown, and the reader is told.

import type { PanelWordsOf } from '../i18n/catalogue';
import { type State, sameRun } from './state';

/** A sentence for the reader, or null; also null while it is not known how many rounds there are. */
export function lateRound(
  { choices, traces }: State,
  words: PanelWordsOf<'notebook'>,
): string | null {
  const { step } = choices;
  const run = choices.runs.tales;
  const trace = traces.tales[run.method];
  if (step === null || !trace?.done || !sameRun(trace.run, run)) return null;
  const rounds = trace.steps.length;
  if (step < rounds) return null;
  return words('lateRound', { round: step + 1, rounds });
}
