// What the conductor keeps up to date: for each part of the page, which task its choices ask for.

import { type ModelName, promptProblem } from '@/gpu';
import { DEFAULTS } from './defaults';
import type { PartName } from './part-names';
import type { Task } from './protocol';
import { DRAWS, keyOf, ONE_SHOT, type State, withMethod } from './state';

export type Part = Readonly<{
  /** Smaller goes first. */
  rank: number;
  /**
   * A newer wish waits for the answer under way instead of stopping it. Right for short tasks: under a
   * dial that never rests, something is always answered.
   */
  patient: boolean;
  /** The task, or null where the choices allow none. */
  task: (state: State) => Task | null;
}>;

export const PARTS: Readonly<Record<PartName, Part>> = {
  names: {
    rank: 0,
    patient: true,
    task: (state) => {
      const run = able(state, 'names');
      const steps = (method: string) => (method === 'ar' ? Number.POSITIVE_INFINITY : 1);
      return (
        run && {
          kind: 'runs',
          model: 'names',
          runs: ONE_SHOT.map((method) => ({ run: withMethod(run, method), steps: steps(method) })),
        }
      );
    },
  },
  tales: {
    rank: 1,
    patient: false,
    task: (state) => {
      const run = able(state, 'tales');
      if (!run) return null;
      // The one that is shown runs first.
      const methods = new Set([run.method, ...state.choices.race]);
      const runs = [...methods].map((method) => ({
        run: withMethod(run, method),
        steps: Number.POSITIVE_INFINITY,
      }));
      return { kind: 'runs', model: 'tales', runs };
    },
  },
  squares: {
    rank: 2,
    patient: false,
    task: (state) => {
      const run = able(state, 'names');
      return run && { kind: 'squares', run: plain(run) };
    },
  },
  draws: {
    rank: 3,
    patient: false,
    task: (state) => {
      const run = able(state, 'names');
      const seeds = Array.from({ length: DRAWS }, (_, k) => (state.choices.draws + k) % 2 ** 32);
      return run && { kind: 'draws', run: plain(run), seeds };
    },
  },
  joint: {
    rank: 1,
    patient: true,
    task: (state) => jointTask(state, 'names'),
  },
  'tales-joint': {
    rank: 1,
    patient: true,
    task: (state) => jointTask(state, 'tales'),
  },
  bins: {
    rank: 1,
    patient: true,
    task: (state) => binsTask(state, 'names'),
  },
  'tales-bins': {
    rank: 1,
    patient: true,
    task: (state) => binsTask(state, 'tales'),
  },
  temperatures: {
    rank: 3,
    patient: false,
    task: (state) => {
      const run = able(state, 'tales');
      const { sampling, tokens, draft } = DEFAULTS.runs.tales;
      const own = run && { ...plain(run), sampling, tokens, draft };
      return own && { kind: 'temperatures', run: own, ...WARMTH };
    },
  },
  // Nothing may run beside it: whatever else waits, waits longer.
  costs: {
    rank: 0,
    patient: true,
    task: () => {
      const run = { ...DEFAULTS.runs.tales, method: 'ar' } as const;
      return { kind: 'costs', run, widths: WIDTHS, rounds: COST_ROUNDS };
    },
  },
};

function binsTask(state: State, model: ModelName): Task | null {
  const run = able(state, model);
  return run && { kind: 'bins', run: plain(run), most: MOST_BINS };
}

/** Tokens of a text whose bins are drawn. */
export const MOST_BINS = 12;

/** What is run to see acceptance fall with temperature. */
export const WARMTH = {
  methods: ['o-ptp', 'c-ptp', 'independent'],
  temperatures: [0, 0.2, 0.4, 0.6, 0.8, 1, 1.2, 1.4],
  seeds: [1, 2, 3, 4, 5, 6],
} as const;

function jointTask(state: State, model: ModelName): Task | null {
  const run = able(state, model);
  return run && { kind: 'joint', run: plain(run) };
}

/** Rows of the calls whose cost is measured, and how often each is. */
export const WIDTHS = [1, 2, 4, 8, 16, 32, 64] as const;
export const COST_ROUNDS = 15;

/** The same run without the u's and the seed: squares go over all u's, draws over many seeds. */
function plain(run: State['choices']['runs']['names']) {
  return { ...withMethod(run, 'o-ptp'), u: {}, seed: 0 };
}

function able(state: State, model: 'names' | 'tales') {
  const run = state.choices.runs[model];
  return promptProblem(state.models[model].config, run.prompt) ? null : run;
}

/** Equal for tasks with equal answers: which method comes first does not matter. */
export function taskKey(task: Task): string {
  if (task.kind === 'runs')
    return task.runs
      .map(({ run }) => keyOf(run))
      .sort()
      .join();
  return `${task.kind} ${keyOf(task.run)} ${task.kind === 'draws' ? task.seeds.join() : ''}`;
}
