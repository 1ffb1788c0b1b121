// A link may name a round that its run does not have: the last one is shown, and the reader is told.

import { type State, sameRun } from './state';

/** A sentence for the reader, or null; also null while it is not known how many rounds there are. */
export function lateRound({ choices, traces }: State): string | null {
  const { step } = choices;
  const run = choices.runs.tales;
  const trace = traces.tales[run.method];
  if (step === null || !trace?.done || !sameRun(trace.run, run)) return null;
  const rounds = trace.steps.length;
  if (step < rounds) return null;
  return `This link names round ${step + 1}; this run has ${rounds}. The last one is shown.`;
}
