// Reads the command line. Runs are described by the same parameters as in an address.

import { Fault, METHOD_NAMES, parseRun, RUN_PARAMETERS, type RunSpec } from '../index';

export type Arguments = Readonly<{
  /** The run, but for its seed. */
  run: RunSpec;
  firstSeed: number;
  lastSeed: number;
  engine: 'cpu' | 'webgpu';
  json: boolean;
}>;

const FLAGS = ['json', 'fresh-u', 'help'];
const ENGINES = ['cpu', 'webgpu'];
const OPTIONS: readonly string[] = [...RUN_PARAMETERS, 'engine', 'json'];

export const USAGE = `npm run --silent decode -- --model names|tales --method METHOD
  METHOD: ${METHOD_NAMES.join(', ')}
  --prompt TEXT     what the text begins with; nothing unless given
  --seed N|A..B     one run for each seed, in order
  --tokens N        tokens to write at most, the end mark included
  --temperature T   0 is greedy
  --top-k N         keep the N most probable tokens; 0 keeps all
  --top-p P         keep the most probable tokens that hold this much; 1 keeps all
  --draft K         tokens drafted per round
  --budget N        rows that a call of pqd, medusa or ptp-tree may spend
  --u P=V,...       auxiliary variables set by hand: output position = value
  --fresh-u         draft with unrelated auxiliary variables
  --engine cpu|webgpu
  --json            one line of JSON for each seed`;

/** Throws Fault 'bad-run' with a sentence that names the argument. Null if help was asked for. */
export function parseArguments(argv: readonly string[]): Arguments | null {
  const given = collect(argv);
  if (given.has('help')) return null;
  const [firstSeed, lastSeed] = parseSeeds(given.get('seed'));
  if (firstSeed !== undefined) given.set('seed', firstSeed);
  const engine = given.get('engine') ?? 'cpu';
  if (engine !== 'cpu' && engine !== 'webgpu') {
    throw bad(`--engine: "${engine}"; allowed: ${ENGINES.join(', ')}`);
  }
  const run = readRun(given);
  const last = lastSeed === undefined ? run.seed : readRun(new Map([['seed', lastSeed]])).seed;
  if (last < run.seed) {
    throw bad(`--seed: "${run.seed}..${last}"; allowed: A..B with A no greater than B`);
  }
  return { run, firstSeed: run.seed, lastSeed: last, engine, json: given.has('json') };
}

/** Values by name. */
function collect(argv: readonly string[]): Map<string, string> {
  const given = new Map<string, string>();
  const rest = [...argv];
  for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
    const [, name = '', inline] = /^--([a-z-]+)(?:=(.*))?$/s.exec(argument) ?? [];
    if (!OPTIONS.includes(name) && name !== 'help') {
      const allowed = OPTIONS.map((option) => `--${option}`).join(', ');
      throw bad(`"${argument}" is no argument of decode; allowed: ${allowed}`);
    }
    if (given.has(name)) throw bad(`--${name}: given twice; allowed: once`);
    if (FLAGS.includes(name)) {
      if (inline !== undefined) throw bad(`--${name}: "${inline}"; allowed: no value`);
      given.set(name, '1');
      continue;
    }
    const value = inline ?? rest.shift();
    if (value === undefined || (inline === undefined && value.startsWith('--'))) {
      const found = value === undefined ? 'nothing' : `"${value}"`;
      throw bad(
        `--${name}: ${found}; allowed: a value after it (--${name}=VALUE if it begins with --)`,
      );
    }
    given.set(name, value);
  }
  return given;
}

/** The text of both ends; the second is missing where a single seed is given. */
function parseSeeds(text: string | undefined): [string?, string?] {
  if (text === undefined) return [];
  const [, first, last] = /^(.*?)\.\.(.*)$/s.exec(text) ?? [undefined, text];
  return last === undefined ? [text] : [first ?? '', last];
}

function readRun(given: ReadonlyMap<string, string>): RunSpec {
  try {
    return parseRun(new URLSearchParams([...given]));
  } catch (cause) {
    if (cause instanceof Fault) throw bad(`--${cause.message.replace(/\.$/, '')}`);
    throw cause;
  }
}

function bad(sentence: string): Fault {
  return new Fault('bad-run', `${sentence}.`);
}
