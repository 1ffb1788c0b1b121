// What the teacher's page computed, as it travels through the room: plain JSON, drawn alike on every device.

import { type Member, OWN_NUMBERS, type View } from '@/classroom';
import {
  type Config,
  type MethodName,
  type PairGrid,
  type RunSpec,
  type Trace,
  uniform,
} from '@/gpu';
import type { Squares, Traces } from '../notebook/state';
import type { NamesView } from '../panels/use-names';

/** One team: its numbers, and what each method writes with them. */
export type Team = Readonly<{
  people: readonly string[];
  u: readonly number[];
  ar: readonly number[];
  ptp: readonly number[];
  independent: readonly number[];
  /** Probability of the least probable letter of each; null where nobody asked. */
  least: Readonly<{ ar: number; ptp: number; independent: number }> | null;
}>;

export type DiceFigure = Readonly<{
  kind: 'dice';
  scene: string;
  config: Config;
  /** CDF [V] of the first letter. */
  first: readonly number[];
  teams: readonly Team[];
  calls: Readonly<{ ar: number; ptp: number; independent: number }>;
  ms: Readonly<{ ptp: number; independent: number }>;
}>;

/** Where a panel's numbers come from: the device of the teacher's page, or null for a recording. */
type Source = Readonly<{ device: string | null }>;

/** Dials or rulers over names. */
export type NamesFigure = Source & Readonly<{ kind: 'names'; names: NamesView }>;
export type SquaresFigure = Source &
  Readonly<{
    kind: 'squares';
    config: Config;
    squares: Squares;
    at: Readonly<{ u1: number; u2: number }>;
  }>;
/** Every method of the race on one text. */
export type TalesFigure = Source &
  Readonly<{ kind: 'tales'; config: Config; method: MethodName; traces: Traces }>;

export type PanelFigure = NamesFigure | SquaresFigure | TalesFigure;
export type ClassFigure = DiceFigure | PanelFigure;

/** A figure as JSON; what no other screen draws is left out, the rest is rounded to what can be seen. */
export function writeFigure(figure: ClassFigure): unknown {
  return JSON.parse(JSON.stringify(slim(figure)));
}

/** The room's figure, or null where there is none of ours: the border where JSON comes in. */
export function parseFigure(json: unknown): ClassFigure | null {
  const figure = json as ClassFigure | null;
  switch (figure?.kind) {
    case 'dice':
    case 'tales':
      return figure;
    case 'names': {
      const { names } = figure;
      return { ...figure, names: { ...names, ar: names.ar && withCdfs(names.ar) } };
    }
    case 'squares':
      return {
        ...figure,
        squares: { ...figure.squares, ...mapGrids(figure.squares as never, unpack) },
      };
    default:
      return null;
  }
}

function slim(figure: ClassFigure): unknown {
  switch (figure.kind) {
    case 'dice':
      return {
        ...{ ...figure, first: figure.first.map(round) },
        // Of a team's numbers the first alone is drawn; a large class travels to many phones.
        teams: figure.teams.map(({ u, least, ...team }) => ({
          ...{ ...team, u: u.slice(0, 1).map(round) },
          least: least && {
            ...{ ar: round(least.ar), ptp: round(least.ptp) },
            independent: round(least.independent),
          },
        })),
      };
    case 'names': {
      const { ar, ptp, independent, lit: _, ...names } = figure.names;
      const bare = (trace: Trace | undefined) => trace && withoutCdfs(trace);
      const lines = { ar: ar && roundCdfs(ar), ptp: bare(ptp), independent: bare(independent) };
      return { ...figure, names: { ...names, ...lines } };
    }
    case 'squares':
      return { ...figure, squares: { ...figure.squares, ...mapGrids(figure.squares, pack) } };
    case 'tales': {
      const traces = Object.values(figure.traces).map((trace) => [
        trace.run.method,
        withoutCdfs(trace),
      ]);
      return { ...figure, traces: Object.fromEntries(traces) };
    }
    default:
      return figure satisfies never;
  }
}

const round = (value: number) => Number(value.toFixed(5));

function roundCdfs(trace: Trace): unknown {
  const steps = trace.steps.map((step) => ({
    ...{ ...step, draftCdfs: [] },
    checkCdfs: step.checkCdfs.map((cdf) => Array.from(cdf, round)),
  }));
  return { ...trace, steps };
}

function withCdfs(trace: Trace): Trace {
  const steps = trace.steps.map((step) => ({
    ...step,
    checkCdfs: step.checkCdfs.map((cdf) => Float64Array.from(cdf)),
  }));
  return { ...trace, steps };
}

/** Confidences stay where the tree shows them. */
function withoutCdfs(trace: Trace): Trace {
  const steps = trace.steps.map((step) => ({
    ...{ ...step, u: [], checkCdfs: [], draftCdfs: [] },
    confidences: step.groups ? step.confidences : [],
  }));
  return { ...trace, steps };
}

type Grids<T> = Readonly<Record<'teacher' | 'ptp' | 'independent', T>>;
type Packed = ReturnType<typeof pack>;

function mapGrids<A, B>({ teacher, ptp, independent }: Grids<A>, map: (grid: A) => B): Grids<B> {
  return { teacher: map(teacher), ptp: map(ptp), independent: map(independent) };
}

/** Squares hold thousands of small numbers: a grid's tokens travel as a string, a character each. */
function pack({ size, first, second }: PairGrid) {
  const write = (tokens: readonly number[]) =>
    String.fromCharCode(...tokens.map((token) => FIRST_CHARACTER + token));
  return { size, first: write(first), second: write(second) };
}

function unpack({ size, first, second }: Packed): PairGrid {
  const read = (text: string) => Array.from(text, (sign) => sign.charCodeAt(0) - FIRST_CHARACTER);
  return { size, first: read(first), second: read(second) };
}

const FIRST_CHARACTER = 48;

/** Numbers that fill up a team that is too small, and the letters behind it. */
const SEED = 2512;

/** Students with their numbers, each or in teams in the order in which they came. */
export function teamsOf(
  people: readonly Member[],
  numbers: NonNullable<View['crowd']>['numbers'][string],
  team: number,
): Readonly<{ people: string[]; u: number[] }>[] {
  const given = people.flatMap(({ person }) => {
    const own = numbers[person];
    return own ? [{ person, us: 'us' in own ? own.us : [own.u] }] : [];
  });
  const length = team > 2 ? OWN_NUMBERS : team;
  return Array.from({ length: Math.ceil(given.length / team) }, (_, index) => {
    const members = given.slice(index * team, (index + 1) * team);
    const own = members.flatMap(({ us }) => us);
    const u = Array.from({ length: Math.max(length, own.length) }, (_, k) => {
      return own[k] ?? uniform(SEED + index, k);
    });
    return { people: members.map(({ person }) => person), u };
  });
}

/** The run that the class's numbers go through: names from their first letter on. */
export const CLASS_RUN: RunSpec = {
  ...{ model: 'names', method: 'o-ptp', prompt: '', seed: 0, u: {}, tokens: OWN_NUMBERS },
  ...{ sampling: { temperature: 1, topK: 0, topP: 1 }, draft: OWN_NUMBERS, budget: 16 },
  freshU: false,
};

/** A name none of whose letters the model would hardly write there. */
export const COHERENT = 0.01;
