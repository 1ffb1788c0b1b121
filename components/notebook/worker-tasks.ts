// What the worker can do: run runs, draw squares, write many seeds. Every answer comes as soon as it is
// known; between two calls of the model `turn` lets more urgent tasks go first.

import {
  acceptanceOf,
  callCosts,
  decode,
  exactJoint,
  Fault,
  leastProbabilities,
  type MethodName,
  type Model,
  type RunSpec,
  type StepTrace,
  type TogetherMethod,
  textCdfs,
  textOf,
  writeTogether,
} from '@/gpu';
import type { ModelShelf } from './model-shelf';
import { type Answer, modelOf, type Task } from './protocol';
import type { Turn } from './queue';
import { squaresOf } from './squares';
import { type Draw, withMethod } from './state';

/** The answers to a task, in order. Ends early when `turn` says so. Throws Fault. */
export async function* perform(
  task: Task,
  shelf: Pick<ModelShelf, 'take' | 'report'>,
  turn: Turn,
): AsyncGenerator<Answer, void> {
  const name = modelOf(task);
  const model = await shelf.take(name);
  const report = () => shelf.report(name, model);
  switch (task.kind) {
    case 'runs':
      yield* runAll(model, task.runs, turn, report);
      return;
    case 'squares':
      for await (const squares of squaresOf(model, task.run, turn)) {
        report();
        yield { kind: 'squares', squares };
      }
      return;
    case 'draws':
      for (const seed of task.seeds) {
        const draw = await drawOf(model, { ...task.run, seed, u: {} }, turn);
        report();
        if (!draw) return;
        yield { kind: 'draw', draw };
      }
      return;
    case 'joint': {
      if (!(await turn())) return;
      const { exact } = await exactJoint(model, task.run);
      report();
      yield { kind: 'joint', joint: { run: task.run, exact } };
      return;
    }
    case 'bins': {
      if (!(await turn())) return;
      const cdfs = await textCdfs(model, task.run, task.most);
      report();
      yield { kind: 'bins', bins: { run: task.run, cdfs } };
      return;
    }
    case 'temperatures':
      for (const run of temperatureRuns(task)) {
        const steps = await all(model, run, run.tokens, turn);
        report();
        if (!(await turn())) return;
        yield { kind: 'accepted', run: acceptanceOf(run, steps) };
      }
      return;
    case 'costs':
      for await (const cost of callCosts(model, task.run, task.widths, task.rounds)) {
        report();
        yield { kind: 'cost', cost, device: model.engine.device };
        if (!(await turn())) return;
      }
      return;
    case 'together': {
      const { run, chains, judge } = task;
      if (!(await turn())) return;
      const write = async (method: TogetherMethod) => {
        const together = await writeTogether(model, run, method, chains);
        const least = judge ? await leastProbabilities(model, run, together.texts) : null;
        return { ...together, least };
      };
      const ar = await write('ar');
      const ptp = await write('o-ptp');
      const independent = await write('independent');
      report();
      yield { kind: 'together', ar, ptp, independent };
      return;
    }
    default:
      return task satisfies never;
  }
}

/** Seed by seed, so that early answers are few runs at every temperature. */
function temperatureRuns(task: Extract<Task, { kind: 'temperatures' }>): RunSpec[] {
  const { run, methods, temperatures, seeds } = task;
  return seeds.flatMap((seed) =>
    temperatures.flatMap((temperature) =>
      methods.map((method) => {
        return { ...run, method, seed, sampling: { ...run.sampling, temperature } };
      }),
    ),
  );
}

/** Every run in turn. One whose weights do not come leaves the others to go on, and is told at the end. */
async function* runAll(
  model: Model,
  runs: Extract<Task, { kind: 'runs' }>['runs'],
  turn: Turn,
  report: () => void,
): AsyncGenerator<Answer, void> {
  let missing: Fault | undefined;
  for (const [index, { run, steps }] of runs.entries()) {
    try {
      await warmUp(model, run, turn);
      for await (const step of rounds(model, run, steps, turn)) {
        report();
        yield { kind: 'step', index, step };
      }
    } catch (cause) {
      if (!(cause instanceof Fault) || cause.code !== 'no-weights') throw cause;
      missing ??= cause;
      continue;
    }
    if (!(await turn())) return;
    yield { kind: 'end', index };
  }
  if (missing) throw missing;
}

/** Methods that have run on a model. */
const warm = new WeakMap<Model, Set<MethodName>>();

/** A method's first round on a model is slower than all others: it is run once unmeasured. */
async function warmUp(model: Model, run: RunSpec, turn: Turn): Promise<void> {
  const known = warm.get(model) ?? new Set();
  warm.set(model, known);
  if (known.has(run.method)) return;
  const [first] = await all(model, run, 1, turn);
  if (first) known.add(run.method);
}

/** The first `limit` rounds of a run. */
async function* rounds(
  model: Model,
  run: RunSpec,
  limit: number,
  turn: Turn,
): AsyncGenerator<StepTrace, void> {
  if (!(await turn())) return;
  let count = 0;
  for await (const step of decode(model, run)) {
    yield step;
    count += 1;
    if (count >= limit || !(await turn())) return;
  }
}

async function all(model: Model, run: RunSpec, limit: number, turn: Turn): Promise<StepTrace[]> {
  const steps: StepTrace[] = [];
  for await (const step of rounds(model, run, limit, turn)) steps.push(step);
  return steps;
}

/** One seed, written three ways; the drafts of the first round are what a method writes in one shot. */
async function drawOf(model: Model, run: RunSpec, turn: Turn): Promise<Draw | undefined> {
  const ar = await all(model, withMethod(run, 'ar'), run.tokens, turn);
  const [ptp] = await all(model, withMethod(run, 'o-ptp'), 1, turn);
  const [independent] = await all(model, withMethod(run, 'independent'), 1, turn);
  if (!ptp || !independent || !(await turn())) return undefined;
  return {
    seed: run.seed,
    ar: textOf(ar),
    ptp: ptp.drafts,
    independent: independent.drafts,
  };
}
