// What the page knows, as one immutable value. What the reader chose (`runs`, `draws`, `step`) is in the
// address; everything else is computed from it. Read next: address.ts, actions.ts, conductor.ts.

import type {
  Acceptance,
  CallCost,
  Config,
  GpuFound,
  MethodName,
  ModelName,
  PairGrid,
  Problem,
  RunSpec,
  Told,
  Trace,
} from '@/gpu';
import type { Cell } from '../i18n/numbers';
import type { PartName } from './part-names';

/** Where the numbers of a model come from, right now. */
export type ModelStatus =
  | Readonly<{ kind: 'recorded' }>
  | Readonly<{ kind: 'loading'; bytes: number; of: number }>
  | Readonly<{
      kind: 'live';
      engine: 'cpu' | 'webgpu';
      device: string;
      /** What did not go as hoped before this engine ran. */
      notes: readonly Told[];
      /** What the browser has for a GPU, where the CPU runs without anything having failed. */
      gpu: GpuFound | null;
    }>
  | Readonly<{ kind: 'failed'; fault: Told }>;

export type ModelState = Readonly<{ config: Config; status: ModelStatus }>;

/** A model's traces, one of each method that has run. */
export type Traces = Readonly<Partial<Record<MethodName, Trace>>>;

/** The methods of the unit squares, and of everything that is compared in one shot. */
export const ONE_SHOT = ['ar', 'o-ptp', 'independent'] as const;

/** The three squares over one prompt; `run` says which. */
export type Squares = Readonly<{
  run: RunSpec;
  teacher: PairGrid;
  ptp: PairGrid;
  independent: PairGrid;
  /** True while finer squares are on their way. */
  coarse: boolean;
}>;

/** One seed, written three ways: token ids, end mark included. */
export type Draw = Readonly<{
  seed: number;
  ar: readonly number[];
  ptp: readonly number[];
  independent: readonly number[];
}>;

export type Draws = Readonly<{ run: RunSpec; rows: readonly Draw[] }>;

/** The teacher's distribution of the next two tokens: [V * V], the first token's id times V plus the second's. */
export type PairJoint = Readonly<{ run: RunSpec; exact: Float64Array }>;

/** The teacher's CDFs [V] before the first tokens of a run's prompt. */
export type TextBins = Readonly<{ run: RunSpec; cdfs: readonly Float64Array[] }>;

/** What runs at several temperatures accepted, one entry for each run. */
export type Temperatures = Readonly<{ run: RunSpec; runs: readonly Acceptance[] }>;

/** Measured calls, and on which device. */
export type Costs = Readonly<{ run: RunSpec; device: string; calls: readonly CallCost[] }>;

/** What the reader points at: lights the same position everywhere. */
export type Lit = Readonly<{ model: ModelName; position: number }>;

/** What the reader chose; the address says all of it. */
export type Choices = Readonly<{
  runs: Readonly<Record<ModelName, RunSpec>>;
  /** Methods of the race, in the order of the registry; the shown one runs beside them. */
  race: readonly MethodName[];
  /** First seed of the table of draws. */
  draws: number;
  /** Round shown of the tales run; null is the last one. */
  step: number | null;
  /** Letter shown of the names run, from 0. */
  letter: number;
  /** Step shown of the proof, from 0. */
  proof: number;
  /** Call shown of partial quadratic decoding, from 0. */
  call: number;
  /** The model whose joint distribution is shown. */
  joint: ModelName;
  /** The figure of numbers for a given text: its model, the seed of its u's, and those set by hand. */
  bins: Readonly<{
    model: ModelName;
    seed: number;
    set: Readonly<Record<number, number>>;
  }>;
  /** A small network's step, as a share of a large call. */
  ratio: number;
  /** What the reader has written in code cells, by the cell's id. */
  code: Readonly<Record<string, string>>;
}>;

export type Moved = Readonly<{ way: 'undone' | 'redone'; what: readonly Touched[] }>;
/** A choice that changed: of a model's run, or of the page. */
export type Touched = Readonly<{
  model?: ModelName;
  name: keyof RunSpec | Exclude<keyof Choices, 'runs'>;
}>;

/** A run put aside: enough to open it again, and what was measured of it. */
export type Pin = Readonly<{
  /** Id of the figure. */
  cell: string;
  /** The choices, as the query of an address. */
  address: string;
  run: RunSpec;
  /** Where its numbers come from: a device, or an earlier recording. */
  origin: string;
  lines: readonly PinnedLine[];
}>;

/** What one method wrote in a pinned run; of a figure without texts, what it measured. */
export type PinnedLine = Readonly<{
  method?: MethodName;
  text?: string;
  measures: readonly Measure[];
}>;

/** A number or a word about what a figure shows, with its name. */
export type Measure = Readonly<{ name: string; value: Cell }>;

export type State = Readonly<{
  choices: Choices;
  lit: Lit | null;
  models: Readonly<Record<ModelName, ModelState>>;
  traces: Readonly<Record<ModelName, Traces>>;
  squares: Squares | null;
  drawn: Draws | null;
  joints: Readonly<Record<ModelName, PairJoint | null>>;
  bins: Readonly<Record<ModelName, TextBins | null>>;
  temperatures: Temperatures | null;
  costs: Costs | null;
  /** What could not be read in the address that was opened. */
  problems: readonly Problem[];
  /** Whether there is a choice to take back, and one to bring again. */
  ways: Readonly<{ undo: boolean; redo: boolean }>;
  /** The last change that was taken back or brought again, and what it touched. */
  moved: Moved | null;
  /** Runs that the reader has put aside, to compare. */
  pins: readonly Pin[];
  /** Parts that are being computed, and those that the reader has stopped. */
  parts: Readonly<Partial<Record<PartName, 'running' | 'stopped'>>>;
}>;

/** Rows of the table of draws. */
export const DRAWS = 24;

/** The run of one method on the same prompt, seed and u's. */
export function withMethod(run: RunSpec, method: MethodName): RunSpec {
  return run.method === method ? run : { ...run, method };
}

/** True if two runs lead to the same text: every method writes the same. */
export function sameText(a: RunSpec, b: RunSpec): boolean {
  return sameRun(withMethod(a, b.method), b);
}

/** True if two runs lead to the same trace. */
export function sameRun(a: RunSpec, b: RunSpec): boolean {
  return a === b || keyOf(a) === keyOf(b);
}

/** True if two runs pick from the same distributions, whatever their u's: prompt and sampling are equal. */
export function sameDistribution(a: RunSpec, b: RunSpec): boolean {
  return a.prompt === b.prompt && JSON.stringify(a.sampling) === JSON.stringify(b.sampling);
}

/** A run as a string that is equal for equal runs. */
export function keyOf(run: RunSpec): string {
  const u = Object.entries(run.u).sort(([a], [b]) => Number(a) - Number(b));
  const { model, method, prompt, seed, sampling, tokens, draft, budget, freshU } = run;
  const { temperature, topK, topP } = sampling;
  return JSON.stringify([
    ...[model, method, prompt, seed, u, temperature, topK, topP],
    ...[tokens, draft, budget, freshU],
  ]);
}
