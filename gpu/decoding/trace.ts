// The record of a run, one entry per step. Immutable: every panel draws (trace, cursor).

import type { RunSpec } from './run-spec';

export type Trace = Readonly<{
  run: RunSpec;
  /** Known tokens: the start mark, then the prompt. */
  prompt: readonly number[];
  steps: readonly StepTrace[];
  done: boolean;
}>;

/** One round of draft, verify, accept. */
export type StepTrace = Readonly<{
  /** Output position of the first token that this step decides: 0 is the first one after the prompt. */
  position: number;
  /** Auxiliary variables of positions position … position + max(drafts, checks) - 1. */
  u: readonly number[];
  /** [<= K] token ids; stops after its first end mark. Empty where nothing was drafted. */
  drafts: readonly number[];
  /** Token ids through the first mismatch, or one more than the drafts; none after an end mark. */
  checks: readonly number[];
  /** Tokens committed: checks[0 … accepted - 1]. */
  accepted: number;
  /** CDF [V] behind each check, in token-id order. */
  checkCdfs: readonly Float64Array[];
  /** CDF [V] behind each draft; undefined where the draft was read off by argmax or is the teacher's own. */
  draftCdfs: readonly (Float64Array | undefined)[];
  /** The student's largest probability for each draft; 1 for the teacher's own pick. */
  confidences: readonly number[];
  /** Partial quadratic decoding: auxiliary rows of this call behind each outcome of its check. */
  groups?: readonly number[];
  /** Model calls and rows of this step. */
  calls: number;
  rows: number;
  /** Calls of a small network that drafts one token after another. */
  smallCalls: number;
  /** Measured milliseconds of all calls, read-back included. */
  ms: number;
}>;

/** Tokens written so far, end mark included. */
export function textOf(steps: readonly StepTrace[]): number[] {
  return steps.flatMap((step) => step.checks.slice(0, step.accepted));
}
