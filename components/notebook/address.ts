// What the reader chose, as the query of an address, and back: `?v=1&names.seed=9&names.u=0=0.41`.
// The parameters of a run are gpu's own (gpu/decoding/parse-run.ts), with the model in front of them.
// A run that is the page's default is left out, so the bare address is the default page.

import { formatRun, type ModelName, RUN_PARAMETERS, type RunSpec, readRun } from '@/gpu';
import { DEFAULTS } from './defaults';
import { type Choices, keyOf } from './state';

const VERSION = '1';
const MODELS: readonly ModelName[] = ['names', 'tales'];
const SEEDS = 2 ** 32;
/** Rounds are counted from 1 in the address, as on the page. */
const STEPS = 3000;

/** The shortest query that `parseAddress` turns back into these choices; no question mark, or empty. */
export function formatAddress(choices: Choices): string {
  const written = new URLSearchParams();
  for (const model of MODELS) {
    const run = choices.runs[model];
    if (keyOf(run) === keyOf(DEFAULTS.runs[model])) continue;
    for (const [name, value] of formatRun(run)) {
      if (name !== 'v' && name !== 'model') written.set(`${model}.${name}`, value);
    }
  }
  if (choices.draws !== DEFAULTS.draws) written.set('draws', String(choices.draws));
  if (choices.step !== null) written.set('round', String(choices.step + 1));
  if (written.size === 0) return '';
  // Commas and equals signs may stand in a query as they are; links stay short and readable.
  return `v=${VERSION}&${written}`.replaceAll('%2C', ',').replaceAll('%3D', '=');
}

/**
 * The choices that a query makes, with the default for everything it leaves out or gets wrong.
 * @returns also a sentence for each parameter that could not be read, naming it and its default
 */
export function parseAddress(query: string): { choices: Choices; problems: string[] } {
  const given = new URLSearchParams(query);
  const problems: string[] = [];
  const version = given.get('v');
  if (version !== null && version !== VERSION) {
    problems.push(`v: “${short(version)}”; this page reads version ${VERSION}.`);
  }
  const names = parseModel(given, 'names', problems);
  const tales = parseModel(given, 'tales', problems);
  const draws = parseWhole(given, 'draws', SEEDS - 1, problems) ?? DEFAULTS.draws;
  const round = parseWhole(given, 'round', STEPS, problems);
  const step = round === undefined ? null : Math.max(0, round - 1);
  return { choices: { runs: { names, tales }, draws, step }, problems };
}

/** One sentence for the reader about what could not be read, or null. */
export function noticeOf(problems: readonly string[]): string | null {
  if (problems.length === 0) return null;
  const what = problems.length === 1 ? 'one thing' : `${problems.length} things`;
  return `This link has ${what} that cannot be read; the default stands in. ${problems.join(' ')}`;
}

function parseModel(given: URLSearchParams, model: ModelName, problems: string[]): RunSpec {
  const own = new URLSearchParams({ model });
  for (const name of RUN_PARAMETERS) {
    const value = given.get(`${model}.${name}`);
    if (value !== null && name !== 'model') own.set(name, value);
  }
  for (const name of given.keys()) {
    const rest = name.startsWith(`${model}.`) ? name.slice(model.length + 1) : undefined;
    if (rest !== undefined && !RUN_PARAMETERS.some((known) => known === rest)) {
      problems.push(`${short(name)}: there is no such parameter.`);
    }
  }
  if (own.size === 1) return DEFAULTS.runs[model];
  const read = readRun(own);
  problems.push(...read.problems.map((problem) => `${model}.${problem}`));
  return read.run;
}

function parseWhole(given: URLSearchParams, name: string, most: number, problems: string[]) {
  const text = given.get(name);
  if (text === null) return undefined;
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (value <= most) return value;
  problems.push(`${name}: “${short(text)}”; allowed: a whole number up to ${most}.`);
  return undefined;
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
