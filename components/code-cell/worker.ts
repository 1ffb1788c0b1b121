// Runs a reader's code. It is bundled into the frame's page (frame.ts), whose policy leaves it no network;
// the frame ends it when its time is over. Files of a model come from the page, if the code asks for a model.

import * as gpu from '@/gpu';
import type { FromCode, Scope, ToCode } from './protocol';

/** Lines that a run may print: a loop that prints must not drown the page. */
const MOST_LINES = 400;
const LONGEST_LINE = 4000;

const post = (message: FromCode) => postMessage(message);
const waiting = new Map<string, (content: ArrayBuffer | null) => void>();

addEventListener('message', ({ data }: MessageEvent<ToCode>) => {
  if (data.kind === 'run') void runCode(data.code, data.scope);
  else waiting.get(data.path)?.(data.content);
});

async function fetchFile(path: string): Promise<ArrayBuffer> {
  post({ kind: 'need', path });
  const content = await new Promise<ArrayBuffer | null>((resolve) => waiting.set(path, resolve));
  if (!content) throw new gpu.Fault('no-weights', `${path}: it could not be fetched.`);
  return content;
}

/** A model on the CPU engine. */
const load = (name: gpu.ModelName) => gpu.loadModel(name, { fetchFile, engine: 'cpu' });

/** The text that a run writes, and its trace. */
async function write(model: gpu.Model, run: gpu.RunSpec) {
  const steps: gpu.StepTrace[] = [];
  for await (const step of gpu.decode(model, run)) steps.push(step);
  return { text: gpu.decodeText(model.config, gpu.textOf(steps)), steps };
}

let lines = 0;

function print(...values: unknown[]): void {
  lines += 1;
  if (lines > MOST_LINES) throw new Error(`More than ${MOST_LINES} lines printed.`);
  const text = values.map(show).join(' ');
  post({ kind: 'print', text: text.slice(0, LONGEST_LINE) });
}

function show(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'function') return `function ${value.name}`;
  const plain = (_key: string, inner: unknown) =>
    ArrayBuffer.isView(inner) ? Array.from(inner as Float64Array) : inner;
  return JSON.stringify(value, plain) ?? String(value);
}

async function runCode(code: string, scope: Scope): Promise<void> {
  const { decode, pick, cdfOf, uniform, textOf, encode, decodeText, methods, defaultRun } = gpu;
  const { probabilitiesOf, mutualInformation, productOf, exactJoint, totalVariation } = gpu;
  const given = {
    ...{ decode, pick, cdfOf, uniform, textOf, encode, decodeText, methods, defaultRun },
    ...{ probabilitiesOf, mutualInformation, productOf, exactJoint, totalVariation },
    ...{ load, write, print, ...scope },
  };
  try {
    // The very purpose of this worker, which has no network and an origin of its own.
    const AsyncFunction = (async () => {}).constructor as FunctionConstructor;
    const run = AsyncFunction(...Object.keys(given), `'use strict';\n${code}`);
    const result: unknown = await run(...Object.values(given));
    if (result !== undefined) print(result);
    post({ kind: 'end' });
  } catch (cause) {
    post({ kind: 'error', text: String(cause), line: lineOf(cause) });
  }
}

/** The engine puts two lines before the code of a function, and we a third. */
const LINES_BEFORE = 3;

/** The line of the reader's code that threw, from 1; null where the engine does not say. */
function lineOf(cause: unknown): number | null {
  const stack = cause instanceof Error ? (cause.stack ?? '') : '';
  const [, line] =
    /<anonymous>:(\d+):\d+/.exec(stack) ?? /> (?:Async)?Function:(\d+)/.exec(stack) ?? [];
  return line === undefined ? null : Math.max(1, Number(line) - LINES_BEFORE);
}
