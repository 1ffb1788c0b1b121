// A run as text: parameters of an address, or arguments of the command line, which have the same names.
// Every value that cannot be has a sentence: the parameter, what was found, what is allowed.

import type { ModelName } from '../model/config';
import { Fault } from '../model/fault';
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
const MODEL_NAMES: readonly ModelName[] = ['names', 'tales'];
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
 * The run that parameters describe, with defaults for what is missing. Parameters of other names are
 * left to others. Whether the prompt's characters are known is for the model to say (`promptProblem`).
 * Throws Fault 'bad-run' with a sentence about the first parameter that cannot be.
 */
export function parseRun(parameters: URLSearchParams): RunSpec {
  const { run, problems } = readRun(parameters);
  if (problems[0]) throw new Fault('bad-run', problems[0]);
  return run;
}

/** As `parseRun`, but a parameter that cannot be gets its default and a sentence in `problems`. */
export function readRun(parameters: URLSearchParams): { run: RunSpec; problems: string[] } {
  const problems: string[] = [];
  const read = <T>(name: string, otherwise: T, parse: (text: string) => T): T => {
    const text = parameters.get(name);
    if (text === null) return otherwise;
    try {
      return parse(text);
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      problems.push(`${name}: ${problem.message}.`);
      return otherwise;
    }
  };
  read('v', VERSION, (text) => oneOf(text, [VERSION]));
  const standard = defaultRun(read('model', 'names', (text) => oneOf(text, MODEL_NAMES)));
  const { model, sampling } = standard;
  const draft = read('draft', standard.draft, (text) => whole(text, 1, MAX_DRAFT[model]));
  const run: RunSpec = {
    model,
    method: read<MethodName>('method', standard.method, (text) => oneOf(text, METHOD_NAMES)),
    prompt: parameters.get('prompt') ?? '',
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

/** The shortest parameters that `parseRun` turns back into this run: what is standard is left out. */
export function formatRun(run: RunSpec): URLSearchParams {
  const standard = defaultRun(run.model);
  const parameters = new URLSearchParams({ v: VERSION, model: run.model, method: run.method });
  const write = (name: string, value: string | number, otherwise: string | number) => {
    if (value !== otherwise) parameters.set(name, String(value));
  };
  write('prompt', run.prompt, standard.prompt);
  write('seed', run.seed, standard.seed);
  write('tokens', run.tokens, standard.tokens);
  write('temperature', run.sampling.temperature, standard.sampling.temperature);
  write('top-k', run.sampling.topK, standard.sampling.topK);
  write('top-p', run.sampling.topP, standard.sampling.topP);
  write('draft', run.draft, standard.draft);
  write('budget', run.budget, standard.budget);
  write('u', formatU(run.u), '');
  write('fresh-u', run.freshU ? 1 : 0, 0);
  return parameters;
}

/** What is wrong with a value; the caller knows the parameter's name. */
class Problem extends Error {}

function oneOf<T extends string>(text: string, allowed: readonly T[]): T {
  const found = allowed.find((name) => name === text);
  if (found === undefined) throw new Problem(`${quote(text)}; allowed: ${allowed.join(', ')}`);
  return found;
}

function whole(text: string, least: number, most: number): number {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new Problem(`${quote(text)}; allowed: a whole number from ${least} to ${most}`);
}

function decimal(text: string, least: number, most: number): number {
  const value = isDecimal(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new Problem(`${quote(text)}; allowed: a number from ${least} to ${most}`);
}

/** `POSITION=VALUE,…` */
function parseU(text: string): Record<number, number> {
  const u: Record<number, number> = {};
  for (const pair of text === '' ? [] : text.split(',')) {
    const [, place = '', value = ''] = /^(\d{1,4})=(.+)$/.exec(pair) ?? [];
    const position = place === '' ? MAX_TOKENS : Number(place);
    const fits = isDecimal(value) && Number(value) < 1;
    if (!fits || position >= MAX_TOKENS) {
      const allowed = `POSITION=VALUE with a position from 0 to ${MAX_TOKENS - 1}`;
      throw new Problem(`${quote(pair)}; allowed: ${allowed} and a value from 0 up to, but not, 1`);
    }
    if (position in u) throw new Problem(`position ${position} is set twice; allowed: once`);
    u[position] = Number(value);
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

/** What was found, kept short. */
function quote(text: string): string {
  return text === '' ? 'nothing' : `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`;
}
