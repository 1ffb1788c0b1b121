// Everything that determines a trace. A link, an embed, a fixture and a command line are all this.

import type { ModelName } from '../model/config';

export type MethodName = 'ar' | 'independent' | 'o-ptp' | 'c-ptp' | 'pqd';

export type RunSpec = Readonly<{
  model: ModelName;
  method: MethodName;
  prompt: string;
  /** 0 … 2^32 - 1 */
  seed: number;
  /** Auxiliary variables set by hand: output position -> u in [0, 1). */
  u: Readonly<Record<number, number>>;
  sampling: Sampling;
  /** Tokens to write at most, the end mark included. */
  tokens: number;
  /** K: tokens drafted per step, 1 … config.draft. */
  draft: number;
  /** Auxiliary rows per call of partial quadratic decoding. */
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
