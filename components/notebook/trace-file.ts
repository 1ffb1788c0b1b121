// Runs as a file, and back. A reader may save the traces of a figure and open them later, here or elsewhere:
// what comes in is checked to the last number before anything is shown.

import type { Config, ModelName } from '@/gpu';
import { Fault, formatRun, parseRun, type StepTrace, type Trace } from '@/gpu';

/** What a file says of itself besides its traces. */
export type About = Readonly<{
  /** Name and version of what wrote it. */
  software: string;
  citation: string;
  /** Id of the figure that it was saved from. */
  figure: string;
  /** The choices, as the query of an address. */
  address: string;
}>;

export type TraceFile = About & Readonly<{ traces: readonly Trace[] }>;

const KIND = 'foretoken-trace';
const FORMAT = 1;

/** The file's content: JSON, one line a trace. Each run is written as an address has it. */
export function formatTraceFile({ traces, ...about }: TraceFile): string {
  const head = JSON.stringify({ kind: KIND, format: FORMAT, ...about }, null, 1);
  const lines = traces.map(({ run, prompt, steps, done }) =>
    JSON.stringify({ run: formatRun(run).toString(), seed: run.seed, prompt, done, steps }, plain),
  );
  return `${head.slice(0, -2)},\n "traces": [\n${lines.join(',\n')}\n]}\n`;
}

/**
 * The traces in a file's content.
 * Throws Fault 'bad-run' with a sentence about the first thing that cannot be: where it stands, what was
 * found, what is allowed.
 */
export function parseTraceFile(
  content: string,
  configs: Readonly<Record<ModelName, Config>>,
): TraceFile {
  const file = { ...Object(json(content)) };
  if (file.kind !== KIND) {
    const kind = `its kind is ${short(file.kind)}, not "${KIND}"`;
    throw new Fault('bad-run', `The file is no saved run of Foretoken: ${kind}.`);
  }
  if (file.format !== FORMAT) wrong('format', file.format, String(FORMAT));
  const traces = list(file.traces, 'traces', (value, at) => trace(value, at, configs));
  if (traces.length === 0) wrong('traces', [], 'one trace at least');
  return {
    software: text(file.software, 'software'),
    citation: text(file.citation, 'citation'),
    figure: text(file.figure, 'figure'),
    address: text(file.address, 'address'),
    traces,
  };
}

function trace(value: unknown, at: string, configs: Readonly<Record<ModelName, Config>>): Trace {
  const own = fields(value, at);
  const run = parseRun(new URLSearchParams(text(own.run, `${at}.run`)));
  const size = configs[run.model].vocabulary.length;
  const token = whole(size - 1);
  let position = 0;
  const steps = list(own.steps, `${at}.steps`, (value, at) => {
    const step = stepOf(value, at, size);
    // The u's belong to places, so a step says where it stands: behind what is accepted.
    if (step.position !== position) wrong(`${at}.position`, step.position, String(position));
    position += step.accepted;
    return step;
  });
  if (position > run.tokens) wrong(`${at}.steps`, `${position} tokens`, `${run.tokens} tokens`);
  if (typeof own.done !== 'boolean') wrong(`${at}.done`, own.done, 'true, false');
  return { run, prompt: list(own.prompt, `${at}.prompt`, token), steps, done: own.done === true };
}

function stepOf(value: unknown, at: string, size: number): StepTrace {
  const own = fields(value, at);
  const token = whole(size - 1);
  const cdf = (value: unknown, at: string) => cdfOf(value, at, size);
  const checks = list(own.checks, `${at}.checks`, token);
  const u = list(own.u, `${at}.u`, number(0, 1));
  if (u.includes(1)) wrong(`${at}.u`, 1, 'numbers below 1');
  const maybe = (value: unknown, at: string) => (value === null ? undefined : cdf(value, at));
  return {
    position: whole(LIMIT)(own.position, `${at}.position`),
    u,
    drafts: list(own.drafts, `${at}.drafts`, token),
    checks,
    accepted: whole(checks.length)(own.accepted, `${at}.accepted`),
    checkCdfs: list(own.checkCdfs, `${at}.checkCdfs`, cdf),
    draftCdfs: list(own.draftCdfs, `${at}.draftCdfs`, maybe),
    confidences: list(own.confidences, `${at}.confidences`, number(0, 1 + ROUNDING)),
    ...(own.groups !== undefined && { groups: list(own.groups, `${at}.groups`, whole(LIMIT)) }),
    calls: whole(LIMIT)(own.calls, `${at}.calls`),
    rows: whole(LIMIT)(own.rows, `${at}.rows`),
    smallCalls: whole(LIMIT)(own.smallCalls, `${at}.smallCalls`),
    ms: number(0, 1e9)(own.ms, `${at}.ms`),
  };
}

/** No count in a trace is larger. */
const LIMIT = 1e6;
/** Sums of rounded numbers may end a little above 1. */
const ROUNDING = 1e-6;

function cdfOf(value: unknown, at: string, size: number): Float64Array {
  const edges = list(value, at, number(0, 1 + ROUNDING));
  if (edges.length !== size) wrong(at, `${edges.length} numbers`, `${size} numbers`);
  const falls = edges.findIndex((edge, k) => edge < (edges[k - 1] ?? 0));
  if (falls > 0) wrong(`${at}[${falls}]`, edges[falls], `${edges[falls - 1]} or more`);
  return Float64Array.from(edges);
}

function json(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    throw new Fault('bad-run', 'The file is not JSON, so no run can be read from it.');
  }
}

function fields(value: unknown, at: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return wrong(at, value, 'an object');
  return { ...value };
}

function list<T>(value: unknown, at: string, read: (value: unknown, at: string) => T): T[] {
  if (!Array.isArray(value)) return wrong(at, value, 'a list');
  return value.map((entry, k) => read(entry, `${at}[${k}]`));
}

function text(value: unknown, at: string): string {
  return typeof value === 'string' ? value : wrong(at, value, 'text');
}

const number = (least: number, most: number) => (value: unknown, at: string) =>
  typeof value === 'number' && value >= least && value <= most
    ? value
    : wrong(at, value, `a number from ${least} to ${most}`);

const whole = (most: number) => (value: unknown, at: string) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most
    ? value
    : wrong(at, value, `a whole number from 0 to ${most}`);

function wrong(at: string, found: unknown, allowed: string): never {
  throw new Fault('bad-run', `${at}: ${short(found)}; allowed: ${allowed}.`);
}

function short(found: unknown): string {
  const shown = found === undefined ? 'nothing' : JSON.stringify(found);
  return shown.length > 40 ? `${shown.slice(0, 40)}…` : shown;
}

function plain(_key: string, value: unknown): unknown {
  return value instanceof Float64Array ? Array.from(value) : value;
}
