// Runs a reader's code. It is bundled into the frame's page (scripts/code-cell.mjs), whose policy leaves it no network;
// the frame ends it when its time is over. Files of a model come from the page, if the code asks for a model.

import { Fault } from '@/gpu';
import { evaluate, givenTo } from './given';
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
  if (!content) throw new Fault('no-weights', `${path}: it could not be fetched.`);
  return content;
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
  try {
    const result = await evaluate(code, givenTo(scope, fetchFile, print));
    if (result !== undefined) print(result);
    post({ kind: 'end' });
  } catch (cause) {
    const what =
      cause instanceof Fault ? { text: cause.message, fault: cause.code } : { text: String(cause) };
    post({ kind: 'error', ...what, line: lineOf(cause) });
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
