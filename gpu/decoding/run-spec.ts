// Everything that determines a trace. A link, an embed, a fixture and a command line are all this.
// How it is read from and written to an address: parse-run.ts.

import type { ModelName } from '../model/config';

export const METHOD_NAMES = [
  'ar',
  'chained',
  'speculative',
  'speculative-sampling',
  'lookahead',
  'prophet',
  'independent',
  'medusa',
  'eagle',
  'mtp',
  'o-ptp',
  'c-ptp',
  'ptp-tree',
  'pqd',
] as const;
export type MethodName = (typeof METHOD_NAMES)[number];

export type RunSpec = Readonly<{
  model: ModelName;
  method: MethodName;
  prompt: string;
  /** 0 … 2^32 - 1 */
  seed: number;
  /** Auxiliary variables set by hand: output position -> u in [0, 1). */
  u: Readonly<Record<number, number>>;
  sampling: Sampling;
  /** Tokens to write at most, the end mark included: 1 … MAX_TOKENS. */
  tokens: number;
  /** K: tokens drafted per step, 1 … the model's window. */
  draft: number;
  /** What one call may spend, 1 … MAX_BUDGET: auxiliary rows of partial quadratic decoding, nodes of a tree. */
  budget: number;
  /** Draft with unrelated u's: shows what sharing them is worth. Checks always use the run's own. */
  freshU: boolean;
}>;

export type Sampling = Readonly<{
  /** 0 is greedy. */
  temperature: number;
  /** Keep the k most probable tokens; 0 keeps all. */
  topK: number;
  /** Keep the smallest set of most probable tokens that holds this much probability; 1 keeps all. */
  topP: number;
}>;

/** Longest prompt, longest text and the drafts of two calls together stay below MAX_POSITIONS. */
export const MAX_TOKENS = 3000;
/** With 16 rows that check, a call stays below MAX_ROWS. */
export const MAX_BUDGET = 240;

/** The longest draft of each model: as many auxiliary rows as it was trained with. */
export const MAX_DRAFT: Readonly<Record<ModelName, number>> = { names: 16, tales: 8 };

/** Auxiliary rows per call of PQD, for each drafted token. */
const BUDGET_PER_DRAFT = 3;

/** The run of a bare address or command line. */
export function defaultRun(model: ModelName): RunSpec {
  const draft = MAX_DRAFT[model];
  return {
    model,
    method: 'o-ptp',
    prompt: '',
    seed: 1,
    u: {},
    sampling: { temperature: model === 'names' ? 1 : 0.7, topK: 0, topP: 1 },
    tokens: model === 'names' ? 16 : 64,
    draft,
    budget: BUDGET_PER_DRAFT * draft,
    freshU: false,
  };
}
