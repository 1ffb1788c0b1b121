// A state for tests that need no numbers. Pictures are tested with the recorded runs instead.

import type { Config, ModelName } from '@/gpu';
import { DEFAULTS } from './defaults';
import type { State } from './state';

function config(name: ModelName, vocabulary: string, end: number | null): Config {
  return {
    ...{ name, vocabulary, start: 0, end, channels: 4, layers: 1, heads: 1, hidden: 4 },
    ...{ window: 8, draft: 8, u_knots: 3, temperature_knots: [1] },
  };
}

export function emptyState(): State {
  const status = { kind: 'recorded' } as const;
  return {
    choices: DEFAULTS,
    lit: null,
    models: {
      names: { config: config('names', '\0ab', 0), status },
      tales: { config: config('tales', '\n ab', null), status },
    },
    traces: { names: {}, tales: {} },
    squares: null,
    drawn: null,
    joints: { names: null, tales: null },
    bins: { names: null, tales: null },
    temperatures: null,
    costs: null,
    problems: [],
    ways: { undo: false, redo: false },
    ...{ moved: null, pins: [], parts: {} },
  };
}
