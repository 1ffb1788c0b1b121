// What the page and the model worker say to each other. Plain values only: they are copied on the way.

import type {
  Acceptance,
  CallCost,
  Config,
  MethodName,
  ModelName,
  RunSpec,
  StepTrace,
  Together,
  Told,
} from '@/gpu';
import type { Draw, ModelStatus, PairJoint, Squares, TextBins } from './state';

export type Task =
  /** Run these, in this order, each for at most `steps` rounds. */
  | Readonly<{
      kind: 'runs';
      model: ModelName;
      runs: readonly Readonly<{ run: RunSpec; steps: number }>[];
    }>
  /** The three squares over this run's prompt, coarse ones first. */
  | Readonly<{ kind: 'squares'; run: RunSpec }>
  /** The first round of every method for these seeds. */
  | Readonly<{ kind: 'draws'; run: RunSpec; seeds: readonly number[] }>
  /** The distribution of the next two tokens behind this run's prompt. */
  | Readonly<{ kind: 'joint'; run: RunSpec }>
  /** The teacher's CDFs before the first tokens of this run's prompt. */
  | Readonly<{ kind: 'bins'; run: RunSpec; most: number }>
  /** What methods accept at several temperatures: a run of each, for every seed. */
  | Readonly<{
      kind: 'temperatures';
      run: RunSpec;
      methods: readonly MethodName[];
      temperatures: readonly number[];
      seeds: readonly number[];
    }>
  /** What a call costs by its rows, measured so many times each. */
  | Readonly<{ kind: 'costs'; run: RunSpec; widths: readonly number[]; rounds: number }>
  /** What every chain of u's becomes, written together; and how well each text hangs together, if asked. */
  | Readonly<{
      kind: 'together';
      run: RunSpec;
      chains: readonly (readonly number[])[];
      judge: boolean;
    }>;

/** The model that a task needs. */
export function modelOf(task: Task): ModelName {
  return task.kind === 'runs' ? task.model : task.run.model;
}

/** To the worker. Smaller ranks go first; between two calls of the model the others wait. */
export type Ask =
  | Readonly<{ kind: 'task'; id: number; rank: number; task: Task }>
  | Readonly<{ kind: 'stop'; id: number }>
  /** Whether a model's files may be downloaded; false stops what is under way. */
  | Readonly<{ kind: 'download'; model: ModelName; allowed: boolean }>
  /** Whether everything rests, because nobody looks at the page. */
  | Readonly<{ kind: 'rest'; resting: boolean }>
  /** This page is heard no more; others may share the worker. */
  | Readonly<{ kind: 'leave' }>;

export type Answer =
  | Readonly<{ kind: 'step'; index: number; step: StepTrace }>
  | Readonly<{ kind: 'end'; index: number }>
  | Readonly<{ kind: 'squares'; squares: Squares }>
  | Readonly<{ kind: 'draw'; draw: Draw }>
  | Readonly<{ kind: 'joint'; joint: PairJoint }>
  | Readonly<{ kind: 'bins'; bins: TextBins }>
  | Readonly<{ kind: 'accepted'; run: Acceptance }>
  | Readonly<{ kind: 'cost'; cost: CallCost; device: string }>
  | Readonly<{ kind: 'together'; ar: Judged; ptp: Judged; independent: Judged }>;

/** `least`: see leastProbabilities; null where nobody asked. */
export type Judged = Together & Readonly<{ least: readonly number[] | null }>;

/** From the worker. */
export type Tell =
  | Readonly<{ kind: 'answer'; id: number; answer: Answer }>
  | Readonly<{ kind: 'done'; id: number }>
  /** The task cannot be done. */
  | Readonly<{ kind: 'fault'; id: number; fault: Told }>
  | Readonly<{ kind: 'model'; model: ModelName; status: ModelStatus; config: Config | null }>;
