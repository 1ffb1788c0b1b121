// One call of partial quadratic decoding as TreeView draws it.

import { type Config, encode, outcomeWeights, type Trace } from '@/gpu';

/**
 * Undefined where the run has no call.
 * @param asked the call, from 0; the last one for all behind it
 */
export function treeOf(config: Config, trace: Trace | undefined, asked: number) {
  if (!trace) return undefined;
  const { steps, run } = trace;
  const index = Math.min(asked, steps.length - 1);
  const step = steps[index];
  if (!step) return undefined;
  const before = steps.slice(0, index).flatMap(({ checks, accepted }) => checks.slice(0, accepted));
  return {
    ...{ index, step },
    /** The drafts that the kept group leaves for the next call. */
    tail: steps[index + 1]?.drafts ?? [],
    /** The last known token. */
    last: before.at(-1) ?? encode(config, run.prompt).at(-1) ?? config.start,
    /** Probability of each outcome that the budget was shared by. */
    weights: outcomeWeights(step.confidences),
    /** Drafts that were right, which is the outcome that came true. */
    outcome: step.checks.length - 1,
    /** Auxiliary rows of all outcomes. */
    spent: (step.groups ?? []).reduce((sum, size) => sum + size, 0),
  };
}
