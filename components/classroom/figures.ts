// What the teacher's model computed, as it travels through the room: plain JSON, drawn alike on every device.

import type { Member, View } from '@/classroom';
import { type Config, type RunSpec, type Trace, uniform } from '@/gpu';
import type { NamesView } from '../panels/use-names';

/** One team: its numbers, and what each method writes with them. */
export type Team = Readonly<{
  people: readonly string[];
  u: readonly number[];
  ar: readonly number[];
  ptp: readonly number[];
  independent: readonly number[];
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

export type CoverFigure = Readonly<{ kind: 'cover'; names: NamesView }>;

export type ClassFigure = DiceFigure | CoverFigure;

/** The room's figure, or null where there is none of ours: the border where JSON comes in. */
export function parseFigure(json: unknown): ClassFigure | null {
  const figure = json as ClassFigure | null;
  if (figure?.kind === 'dice') return figure;
  if (figure?.kind !== 'cover') return null;
  const { names } = figure;
  return { kind: 'cover', names: { ...names, ar: names.ar && parseTrace(names.ar) } };
}

function parseTrace(trace: Trace): Trace {
  const steps = trace.steps.map((step) => ({
    ...step,
    checkCdfs: step.checkCdfs.map((cdf) => Float64Array.from(cdf)),
  }));
  return { ...trace, steps };
}

/** The cover as JSON: of the distributions those alone that the dials show. */
export function coverFigure(names: NamesView): unknown {
  const plain = (trace: Trace | undefined, keep: boolean) =>
    trace && {
      ...trace,
      steps: trace.steps.map((step) => ({
        ...step,
        checkCdfs: keep
          ? step.checkCdfs.map((cdf) => Array.from(cdf, (edge) => Number(edge.toFixed(5))))
          : [],
        draftCdfs: [],
      })),
    };
  const { ar, ptp, independent, lit: _, ...rest } = names;
  const traces = {
    ar: plain(ar, true),
    ptp: plain(ptp, false),
    independent: plain(independent, false),
  };
  return JSON.parse(JSON.stringify({ kind: 'cover', names: { ...rest, ...traces } }));
}

/** Numbers that fill up a team that is too small, and the letters behind it. */
const SEED = 2512;
/** Places of a name that one call drafts. */
const WHOLE_NAME = 16;

/** Teams in the order in which people came; each chain begins with the team's own u's. */
export function teamsOf(
  people: readonly Member[],
  answers: NonNullable<View['crowd']>['answers'][string],
  team: number,
): Readonly<{ people: string[]; u: number[] }>[] {
  const given = people.flatMap(({ person }) => {
    const answer = answers[person];
    return answer && 'u' in answer ? [{ person, u: answer.u }] : [];
  });
  const length = team > 2 ? WHOLE_NAME : team;
  return Array.from({ length: Math.ceil(given.length / team) }, (_, index) => {
    const own = given.slice(index * team, (index + 1) * team);
    const u = Array.from({ length }, (_, k) => own[k]?.u ?? uniform(SEED + index, k));
    return { people: own.map(({ person }) => person), u };
  });
}

/** The run that the class's numbers go through: names from their first letter on. */
export const CLASS_RUN: RunSpec = {
  ...{ model: 'names', method: 'o-ptp', prompt: '', seed: 0, u: {}, tokens: WHOLE_NAME },
  ...{ sampling: { temperature: 1, topK: 0, topP: 1 }, draft: WHOLE_NAME, budget: 16 },
  freshU: false,
};
