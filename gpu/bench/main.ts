// `npm run bench`: our engines against onnxruntime-web, the decoding methods against one another, and
// what this device's time goes into. Prints tables, or the whole result as JSON.

import { readFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { filesOf } from '../cli/files';
import { findAdapter } from '../engines/webgpu';
import { Fault } from '../model/fault';
import { openDawn } from '../node/dawn';
import { benchInBrowser, type InBrowser } from './browser';
import { type Compared, compareCalls, loadWeights, ourSubjects } from './compare';
import { type Measured, measure } from './here';
import { report } from './report';

/** Processes per core that wanted to run, from which on figures are called those of a busy machine. */
const BUSY = 0.5;
/** Of a result that is kept. */
const FEWEST_ROUNDS = 5;
const USAGE = `npm run bench -- [--json] [--dawn] [--rounds 5] [--write]
  --json   print the result as JSON
  --dawn   without a browser: WebGPU through Dawn's Node bindings, no onnxruntime
  --rounds how often everything is timed; 5 unless given
  --write  write it to gpu/bench/results.json, and the README's table from it`;

export type Result = Readonly<{
  date: string;
  command: string;
  machine: string;
  /** How busy the machine was before: processes that wanted to run, a minute's mean, per core. */
  load: number;
  rounds: number;
  versions: Readonly<Record<string, string>>;
  adapter: string;
  /** Sentences that belong to the figures. */
  remarks: readonly string[];
  calls: readonly Compared[];
  engines: readonly Measured[];
}> &
  Partial<Pick<InBrowser, 'trials' | 'starts'>>;

export type Tools = Readonly<{
  /** The package's folder. */
  root: string;
  /** Path of a Chromium, or undefined after a sentence about it. */
  findChromium: () => Promise<string | undefined>;
  /** Keeps the result; called with --write. */
  keep: (result: Result) => Promise<void>;
}>;

/** @param argv what follows `npm run bench --` */
export async function main(argv: readonly string[], tools: Tools): Promise<void> {
  try {
    const { rounds, ...flags } = flagsOf(argv);
    const load = (loadavg()[0] ?? 0) / cpus().length;
    const { software, ...measured } = await (flags.dawn
      ? benchInDawn(tools.root, rounds)
      : benchInChromium(tools, rounds));
    const result: Result = {
      date: new Date().toISOString().slice(0, 10),
      command: ['npm run bench', ...(argv.length ? ['--', ...argv] : [])].join(' '),
      machine: `${cpus()[0]?.model.trim()}, ${cpus().length} cores`,
      load,
      rounds,
      ...measured,
      remarks: remarksOf(load, software),
    };
    if (flags.write) await tools.keep(result);
    console.log(flags.json ? JSON.stringify(result, null, 1) : report(result));
  } catch (cause) {
    if (!(cause instanceof Refusal || cause instanceof Fault)) throw cause;
    console.error(cause.message);
    process.exitCode = 1;
  }
}

/** Why nothing is measured, in a sentence. */
class Refusal extends Error {}

function flagsOf(argv: readonly string[]) {
  const boolean = { type: 'boolean' } as const;
  const options = {
    ...{ json: boolean, dawn: boolean, write: boolean },
    rounds: { type: 'string', default: `${FEWEST_ROUNDS}` },
  } as const;
  let flags: ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];
  try {
    flags = parseArgs({ args: [...argv], options }).values;
  } catch (cause) {
    throw new Refusal(`${cause instanceof Error ? cause.message : cause}\n${USAGE}`);
  }
  const rounds = Number(flags.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) {
    throw new Refusal(`--rounds ${flags.rounds}: whole numbers from 1 are allowed.`);
  }
  if (flags.write && (flags.dawn || rounds < FEWEST_ROUNDS)) {
    const found = `--write keeps what Chromium measured in ${FEWEST_ROUNDS} rounds or more`;
    throw new Refusal(`${found}; leave out --dawn, and fewer rounds.`);
  }
  return { ...flags, rounds };
}

type Found = Pick<Result, 'versions' | 'adapter' | 'calls' | 'engines' | 'trials' | 'starts'> &
  Readonly<{ software: boolean }>;

async function benchInChromium({ root, findChromium }: Tools, rounds: number): Promise<Found> {
  const executablePath = await findChromium();
  if (!executablePath) throw new Refusal('Without a Chromium only --dawn is left.');
  const { browser, ...found } = await benchInBrowser({ root, executablePath, rounds, say });
  const file = join(root, 'node_modules', 'onnxruntime-web', 'package.json');
  const { version } = JSON.parse(await readFile(file, 'utf8')) as { version: string };
  return { ...found, versions: { Chromium: browser, 'onnxruntime-web': version } };
}

/** The parts that need no browser. */
async function benchInDawn(root: string, rounds: number): Promise<Found> {
  const gpu = await openDawn();
  const { globals } = await import('webgpu');
  const { name, software } = await findAdapter(gpu);
  if (software) say(`There is no GPU here: Dawn offers ${name} alone, a program on the CPU.`);
  const fetchFile = filesOf(root);
  say(`tales: the same calls, ${rounds} rounds`);
  const weights = await loadWeights('tales', fetchFile);
  const subjects = await ourSubjects(weights, gpu);
  const calls = await compareCalls(weights, subjects, rounds, globals);
  for (const subject of subjects) subject.free();
  const engines: Measured[] = [];
  for (const kind of ['webgpu', 'cpu'] as const) {
    say(`${kind}: constants and decoding methods, ${rounds} rounds`);
    engines.push(await measure(kind, { fetchFile, gpu }, rounds));
  }
  return { adapter: name, software, calls, engines, versions: { Node: process.versions.node } };
}

function remarksOf(load: number, software: boolean): string[] {
  const remarks = [
    'onnxruntime-web gets its inputs ready made, our engines make theirs in every call.',
    'onnxruntime-web on WASM copies keys and values in and out with each call: its interface has no other way.',
  ];
  if (software) {
    remarks.push(
      'The GPU is a program on the CPU. A barrier in a kernel is very dear to it; onnxruntime has many, our kernels have none. These ratios say nothing about a real GPU.',
    );
  }
  if (load > BUSY) {
    remarks.push(
      `The machine was busy: ${load.toFixed(1)} processes a core wanted to run when this began. Read minima and ratios.`,
    );
  }
  return remarks;
}

const say = (line: string) => console.error(line);
