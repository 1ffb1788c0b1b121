// What the reader chose, as the query of an address, and back: `?v=2&names.seed=9&names.u=0=0.41`.
// The parameters of a run are gpu's own (gpu/decoding/parse-run.ts), with the model in front of them.
// What is the page's default is left out, so the bare address is the default page.

import {
  defaultRun,
  formatRun,
  METHOD_NAMES,
  MODEL_NAMES,
  type ModelName,
  misfit,
  type Problem,
  problemSentence,
  RUN_PARAMETERS,
  type RunSpec,
  readRun,
  said,
  shortened,
  usedInstead,
} from '@/gpu';
import type { PanelWordsOf } from '../i18n/catalogue';
import { sayWith } from '../i18n/words';
import { DEFAULTS } from './defaults';
import type { Choices } from './state';

const VERSION = '2';
/** Links of version 1 name the method of each run they change, and leave out what `defaultRun` has. */
const OLD_VERSION = '1';
const KNOWN: readonly string[] = [
  ...['v', 'race', 'draws', 'round', 'letter', 'proof', 'call', 'joint', 'ratio'],
  ...['bins.model', 'bins.seed', 'bins.u'],
  ...MODEL_NAMES.flatMap((model) => RUN_PARAMETERS.map((name) => `${model}.${name}`)),
];
/** Places that are counted from 1 in the address, as on the page. */
const PLACES = ['letter', 'proof', 'call'] as const;
/** No figure has more steps than its run has tokens; the proof has fewer than this. */
const MAX_PROOF = 99;
/** What was written in a code cell, by the cell's id. */
const CODE = /^code\.([a-z][a-z-]{0,39})$/;
/** Characters of code that an address carries for one cell. */
export const LONGEST_CODE = 4000;
const SEEDS = 2 ** 32;

/** The shortest query that `parseAddress` turns back into these choices; no question mark, or empty. */
export function formatAddress(choices: Choices): string {
  const written = new URLSearchParams();
  for (const model of MODEL_NAMES) {
    for (const [name, value] of formatRun(choices.runs[model], DEFAULTS.runs[model])) {
      written.set(`${model}.${name}`, value);
    }
  }
  const race = choices.race.join();
  if (race !== DEFAULTS.race.join()) written.set('race', race);
  if (choices.draws !== DEFAULTS.draws) written.set('draws', String(choices.draws));
  // Rounds are counted from 1 in the address, as on the page.
  if (choices.step !== null) written.set('round', String(choices.step + 1));
  for (const name of PLACES) {
    if (choices[name] !== DEFAULTS[name]) written.set(name, String(choices[name] + 1));
  }
  if (choices.joint !== DEFAULTS.joint) written.set('joint', choices.joint);
  if (choices.bins.model !== DEFAULTS.bins.model) written.set('bins.model', choices.bins.model);
  for (const [name, value] of formatRun(binsRun(choices.bins), binsRun(DEFAULTS.bins))) {
    written.set(`bins.${name}`, value);
  }
  if (choices.ratio !== DEFAULTS.ratio) written.set('ratio', String(choices.ratio));
  for (const [id, code] of Object.entries(choices.code)) written.set(`code.${id}`, code);
  if (written.size === 0) return '';
  // Commas and equals signs may stand in a query as they are; links stay short and readable.
  return `v=${VERSION}&${written}`.replaceAll('%2C', ',').replaceAll('%3D', '=');
}

/**
 * The choices that a query makes, with the page's default for everything it leaves out or gets wrong.
 * @returns also what is wrong with each parameter that could not be read
 */
export function parseAddress(query: string): { choices: Choices; problems: Problem[] } {
  const given = new URLSearchParams(query);
  const versions = given.getAll('v');
  const [version = VERSION] = versions;
  if (versions.length > 1 || (version !== VERSION && version !== OLD_VERSION)) {
    const found = misfit(versions, said('names', { names: `${OLD_VERSION}, ${VERSION}` }));
    const problem = { parameter: 'v', ...found, instead: said('defaults') };
    return { choices: DEFAULTS, problems: [problem] };
  }
  const problems: Problem[] = [];
  const old = version === OLD_VERSION;
  const names = parseModel(given, 'names', old, problems);
  const tales = parseModel(given, 'tales', old, problems);
  const race = parseRace(given, problems);
  const draws = parseWhole(
    given,
    'draws',
    0,
    SEEDS - 1,
    usedInstead(String(DEFAULTS.draws)),
    problems,
  );
  // Every round writes a token at least.
  const round = parseWhole(given, 'round', 1, tales.tokens, said('lastRound'), problems);
  const most = { letter: names.tokens, proof: MAX_PROOF, call: tales.tokens };
  const place = (name: (typeof PLACES)[number]) => {
    const otherwise = usedInstead(String(DEFAULTS[name] + 1));
    const value = parseWhole(given, name, 1, most[name], otherwise, problems);
    return value === undefined ? DEFAULTS[name] : value - 1;
  };
  const places = { letter: place('letter'), proof: place('proof'), call: place('call') };
  const joint = parseName(given, 'joint', DEFAULTS.joint, problems);
  const bins = parseBins(given, problems);
  const ratio = parseRatio(given, problems);
  const code = parseCode(given, problems);
  for (const name of new Set(given.keys())) {
    if (!KNOWN.includes(name) && !CODE.test(name)) problems.push(leftOut(name));
  }
  const step = round === undefined ? DEFAULTS.step : round - 1;
  return {
    choices: {
      runs: { names, tales },
      race,
      draws: draws ?? DEFAULTS.draws,
      step,
      ...places,
      ...{ joint, code, bins, ratio },
    },
    problems,
  };
}

/** What the reader is told about what could not be read; empty where that is nothing. */
export function noticeOf(problems: readonly Problem[], words: PanelWordsOf<'problems'>): string {
  if (problems.length === 0) return '';
  const sentences = problems.map((problem) => problemSentence(problem, sayWith(words)));
  return [words('link', { count: problems.length }), ...sentences].join(' ');
}

function parseModel(
  given: URLSearchParams,
  model: ModelName,
  old: boolean,
  problems: Problem[],
): RunSpec {
  const fallback = DEFAULTS.runs[model];
  const own = new URLSearchParams();
  for (const name of RUN_PARAMETERS) {
    for (const value of given.getAll(`${model}.${name}`)) own.append(name, value);
  }
  if (old && own.has('method')) {
    for (const [name, value] of formatRun(defaultRun(model), fallback)) {
      if (!own.has(name)) own.set(name, value);
    }
  }
  const read = readRun(own, fallback);
  problems.push(...read.problems.map(within(model)));
  return read.run;
}

/** Methods with commas between; an empty list is a race of the shown method alone. */
function parseRace(given: URLSearchParams, problems: Problem[]): Choices['race'] {
  const texts = given.getAll('race');
  const [text] = texts;
  if (text === undefined) return DEFAULTS.race;
  const names = text === '' ? [] : text.split(',');
  if (texts.length === 1 && names.every((name) => METHOD_NAMES.some((m) => m === name))) {
    return METHOD_NAMES.filter((method) => names.includes(method));
  }
  const found = misfit(texts, said('methods', { names: METHOD_NAMES.join(', ') }));
  problems.push({ parameter: 'race', ...found, instead: usedInstead(DEFAULTS.race.join()) });
  return DEFAULTS.race;
}

/** Code is text here, and nothing else: it is shown, and waits for the reader. */
function parseCode(given: URLSearchParams, problems: Problem[]): Choices['code'] {
  const code: Record<string, string> = {};
  for (const name of new Set(given.keys())) {
    const id = CODE.exec(name)?.[1];
    if (!id) continue;
    const texts = given.getAll(name);
    const [text = ''] = texts;
    if (texts.length === 1 && text.length <= LONGEST_CODE) {
      code[id] = text;
      continue;
    }
    const found = misfit(texts, said('characters', { count: LONGEST_CODE }));
    problems.push({ parameter: name, ...found, instead: said('ownCode') });
  }
  return code;
}

function parseName(
  given: URLSearchParams,
  name: string,
  otherwise: ModelName,
  problems: Problem[],
): ModelName {
  const texts = given.getAll(name);
  const found = MODEL_NAMES.find((model) => model === texts[0]);
  if (texts.length === 0 || (found && texts.length === 1)) return found ?? otherwise;
  const wrong = misfit(texts, said('names', { names: MODEL_NAMES.join(', ') }));
  problems.push({ parameter: name, ...wrong, instead: usedInstead(otherwise) });
  return otherwise;
}

/** The numbers for a given text are written as those of a run are. */
function binsRun({ seed, set }: Choices['bins']): RunSpec {
  return { ...DEFAULTS.runs.tales, seed, u: set };
}

function parseBins(given: URLSearchParams, problems: Problem[]): Choices['bins'] {
  const own = new URLSearchParams();
  for (const name of ['seed', 'u']) {
    for (const value of given.getAll(`bins.${name}`)) own.append(name, value);
  }
  const model = parseName(given, 'bins.model', DEFAULTS.bins.model, problems);
  const read = readRun(own, binsRun(DEFAULTS.bins));
  problems.push(...read.problems.map(within('bins')));
  return { model, seed: read.run.seed, set: read.run.u };
}

function parseRatio(given: URLSearchParams, problems: Problem[]): number {
  const texts = given.getAll('ratio');
  const value = /^[01](\.\d{1,4})?$/.test(texts[0] ?? '') ? Number(texts[0]) : Number.NaN;
  if (texts.length === 1 && value > 0 && value <= 1) return value;
  if (texts.length > 0) {
    const instead = usedInstead(String(DEFAULTS.ratio));
    problems.push({ parameter: 'ratio', ...misfit(texts, said('fraction')), instead });
  }
  return DEFAULTS.ratio;
}

function parseWhole(
  given: URLSearchParams,
  name: string,
  least: number,
  most: number,
  instead: Problem['instead'],
  problems: Problem[],
) {
  const texts = given.getAll(name);
  const [text] = texts;
  if (text === undefined) return undefined;
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (texts.length === 1 && value >= least && value <= most) return value;
  problems.push({ parameter: name, ...misfit(texts, said('whole', { least, most })), instead });
  return undefined;
}

/** Of a run's own parameter, as it is called in the address. */
function within(prefix: string) {
  return (problem: Problem): Problem => ({
    ...problem,
    parameter: `${prefix}.${problem.parameter}`,
  });
}

function leftOut(name: string): Problem {
  const parameter = `"${shortened(name)}"`;
  return { parameter, found: [said('unknown')], allowed: null, instead: said('leftOut') };
}
