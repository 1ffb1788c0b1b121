// What is measured without onnxruntime, in a page or in Node alike: our engines' calls, the decoding
// methods, and the device's constants.

import type { EngineKind } from '../engines/create';
import { MODEL_NAMES, type ModelName } from '../model/config';
import type { FetchFile } from '../model/fetch';
import { loadModel } from '../model/load';
import { timedCalls } from './calls';
import { type BreakEven, breakEven, costOf, type Fit, fitConstants, workOf } from './constants';
import { compareMethods, type MethodCost, turnDials } from './methods';
import type { Times } from './rounds';

export type Place = Readonly<{ fetchFile: FetchFile; gpu: GPU | undefined }>;

/** What binds a call: the share of its time that each term of the fit takes. */
export type Shares = Readonly<{
  model: ModelName;
  call: string;
  ms: number;
  shares: Readonly<Record<string, number>>;
}>;

export type Measured = Readonly<{
  kind: EngineKind;
  engine: string;
  methods: readonly MethodCost[];
  dial: Times;
  fit: Fit;
  shares: readonly Shares[];
  breakEven: readonly BreakEven[];
}>;

/** Everything about one of our engines. @param rounds of everything that is timed */
export async function measure(kind: EngineKind, place: Place, rounds: number): Promise<Measured> {
  const fit = await fitConstants(kind, place.gpu, rounds);
  const methods: MethodCost[] = [];
  const shares: Shares[] = [];
  const even: BreakEven[] = [];
  let dial: Times | undefined;
  for (const name of MODEL_NAMES) {
    const model = await loadModel(name, { ...place, engine: kind });
    const costs = await compareMethods(model, rounds);
    methods.push(...costs);
    even.push(...costs.map((cost) => breakEven(fit, model.config, cost)));
    for (const { name: call, rows, tokens } of timedCalls(model.config)) {
      const sets = tokens < rows.length ? 2 : 1;
      const work = workOf(model.config, kind, rows.length, { keys: model.config.window, sets });
      shares.push({ model: name, call, ...sharesOf(costOf(fit.constants, work)) });
    }
    if (name === 'names') dial = await turnDials(model);
    model.destroy();
  }
  if (!dial) throw new Error('No dial was turned');
  return { kind, engine: fit.engine, methods, dial, fit, shares, breakEven: even };
}

function sharesOf(costs: Readonly<Record<string, number>>): Pick<Shares, 'ms' | 'shares'> {
  const ms = Object.values(costs).reduce((sum, cost) => sum + cost, 0);
  const entries = Object.entries(costs).map(([term, cost]) => [term, cost / ms] as const);
  return { ms, shares: Object.fromEntries(entries) };
}
