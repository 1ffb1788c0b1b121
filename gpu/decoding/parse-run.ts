// A run as text: parameters of an address, or arguments of the command line, which have the same names.
// Every value that cannot be is a problem: the parameter, what was found, what is allowed.

import { MODEL_NAMES } from '../model/config';
import { tidyPrompt } from '../model/tokenizer';
import { misfit, type Problem, type ProblemPart, quoted, usedInstead } from '../problem';
import { said } from '../words';
import {
  defaultRun,
  MAX_BUDGET,
  MAX_DRAFT,
  MAX_TOKENS,
  METHOD_NAMES,
  type MethodName,
  type RunSpec,
} from './run-spec';

/** Version of the address format. A link without one is read as this one. */
const VERSION = '1';
const MAX_SEED = 2 ** 32 - 1;

/** Names of the parameters, as they stand in an address (`top-k=5`) and after `--`. */
export const RUN_PARAMETERS = [
  'model',
  'method',
  'prompt',
  'seed',
  'tokens',
  'temperature',
  'top-k',
  'top-p',
  'draft',
  'budget',
  'u',
  'fresh-u',
] as const;

/**
 * As `parseRun`, but a parameter that cannot be gets its default and stands in `problems`.
 * @param fallback its model is the one, its values are the defaults, and each problem says which was
 *   used; without it they are those of `defaultRun`
 */
export function readRun(
  parameters: URLSearchParams,
  fallback?: RunSpec,
): { run: RunSpec; problems: Problem[] } {
  const problems: Problem[] = [];
  const defaults = new Map(fallback && parametersOf(fallback));
  const read = <T>(name: string, otherwise: T, parse: (text: string) => T): T => {
    const texts = parameters.getAll(name);
    const [text] = texts;
    if (text === undefined) return otherwise;
    try {
      if (texts.length > 1) throw new Misfit(misfit(texts, said('once')));
      return parse(text);
    } catch (cause) {
      if (!(cause instanceof Misfit)) throw cause;
      const used = defaults.get(name);
      const instead = used === undefined ? null : usedInstead(used);
      problems.push({ parameter: name, ...cause.what, instead });
      return otherwise;
    }
  };
  read('v', VERSION, (text) => oneOf(text, [VERSION]));
  const models = fallback ? [fallback.model] : MODEL_NAMES;
  const named = read('model', models[0] ?? 'names', (text) => oneOf(text, models));
  const standard = fallback ?? defaultRun(named);
  const { model, sampling } = standard;
  const draft = read('draft', standard.draft, (text) => whole(text, 1, MAX_DRAFT[model]));
  const run: RunSpec = {
    model,
    method: read<MethodName>('method', standard.method, (text) => oneOf(text, METHOD_NAMES)),
    prompt: read('prompt', standard.prompt, (text) => tidyPrompt(model, text)),
    seed: read('seed', standard.seed, (text) => whole(text, 0, MAX_SEED)),
    u: read('u', standard.u, parseU),
    sampling: {
      temperature: read('temperature', sampling.temperature, (text) => decimal(text, 0, 5)),
      topK: read('top-k', sampling.topK, (text) => whole(text, 0, 999)),
      topP: read('top-p', sampling.topP, (text) => decimal(text, 0.001, 1)),
    },
    tokens: read('tokens', standard.tokens, (text) => whole(text, 1, MAX_TOKENS)),
    draft,
    budget: read('budget', standard.budget, (text) => whole(text, 1, MAX_BUDGET)),
    freshU: read('fresh-u', standard.freshU, (text) => oneOf(text, ['0', '1']) === '1'),
  };
  return { run, problems };
}

/**
 * The shortest parameters that `parseRun` turns back into this run: what is standard is left out.
 * @param fallback those that `readRun` turns back into this run with the same fallback
 */
export function formatRun(run: RunSpec, fallback?: RunSpec): URLSearchParams {
  const defaults = new Map(parametersOf(fallback ?? defaultRun(run.model)));
  const always = { v: VERSION, model: run.model, method: run.method };
  const parameters = new URLSearchParams(fallback ? {} : always);
  for (const [name, text] of parametersOf(run)) {
    if (text !== defaults.get(name)) parameters.set(name, text);
  }
  return parameters;
}

/** Every parameter of a run as text, in the order in which they are written. */
function parametersOf(run: RunSpec): [name: string, text: string][] {
  const texts: Record<(typeof RUN_PARAMETERS)[number], string | number> = {
    model: run.model,
    method: run.method,
    prompt: run.prompt,
    seed: run.seed,
    tokens: run.tokens,
    temperature: run.sampling.temperature,
    'top-k': run.sampling.topK,
    'top-p': run.sampling.topP,
    draft: run.draft,
    budget: run.budget,
    u: formatU(run.u),
    'fresh-u': run.freshU ? 1 : 0,
  };
  return RUN_PARAMETERS.map((name) => [name, String(texts[name])]);
}

/** What is wrong with a value; the caller knows the parameter's name. */
class Misfit extends Error {
  readonly what: ReturnType<typeof misfit>;
  constructor(what: ReturnType<typeof misfit>) {
    super();
    this.what = what;
  }
}

function unfit(text: string, allowed: ProblemPart): Misfit {
  return new Misfit(misfit([text], allowed));
}

function oneOf<T extends string>(text: string, allowed: readonly T[]): T {
  const found = allowed.find((name) => name === text);
  if (found === undefined) throw unfit(text, said('names', { names: allowed.join(', ') }));
  return found;
}

function whole(text: string, least: number, most: number): number {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw unfit(text, said('whole', { least, most }));
}

function decimal(text: string, least: number, most: number): number {
  const value = isDecimal(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw unfit(text, said('decimal', { least: String(least), most }));
}

/** `POSITION=VALUE,…`; one problem names every pair that cannot be. */
function parseU(text: string): Record<number, number> {
  const u: Record<number, number> = {};
  const wrong: ProblemPart[] = [];
  for (const pair of text === '' ? [] : text.split(',')) {
    const [, place = '', value = ''] = /^(\d{1,4})=(.+)$/.exec(pair) ?? [];
    const position = place === '' ? MAX_TOKENS : Number(place);
    const fits = isDecimal(value) && Number(value) < 1 && position < MAX_TOKENS;
    if (!fits) wrong.push(quoted(pair));
    else if (position in u) wrong.push(said('again', { position }));
    else u[position] = Number(value);
  }
  if (wrong.length > 0) {
    throw new Misfit({ found: wrong, allowed: said('pairs', { last: MAX_TOKENS - 1 }) });
  }
  return u;
}

function formatU(u: RunSpec['u']): string {
  return Object.entries(u)
    .map(([position, value]) => `${position}=${value}`)
    .join(',');
}

function isDecimal(text: string): boolean {
  return /^(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(text);
}
