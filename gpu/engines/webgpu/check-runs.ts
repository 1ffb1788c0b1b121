// How the self-check runs an engine, and how far two results are apart.

import type { StudentName } from '../../model/config';
import { type Context, type Engine, PREFIX, type Row } from '../engine';
import { tokenRows } from './check-rows';

export type Values = readonly Float32Array[];

/** One array of V logits per row. */
export async function logits(
  context: Context,
  rows: readonly Row[],
  student?: StudentName,
  temperature?: number,
): Promise<Float32Array[]> {
  const { values, vocab } = await context.call(rows, student, temperature);
  return rows.map((_, row) => values.slice(row * vocab, (row + 1) * vocab));
}

/** Writes a text behind what is there, `size` tokens a call: the logits of all its rows. */
export async function write(
  context: Context,
  text: readonly number[],
  size: number,
): Promise<Float32Array[]> {
  const found: Float32Array[] = [];
  for (let from = 0; from < text.length; from += size) {
    const rows = tokenRows(text.slice(from, from + size), PREFIX, context.length);
    found.push(...(await logits(context, rows)));
    context.commit([...rows.keys()]);
  }
  return found;
}

/** A new context for `run`, freed behind it. */
export async function withContext<T>(
  engine: Engine,
  run: (context: Context) => Promise<T>,
): Promise<T> {
  const context = engine.begin();
  try {
    return await run(context);
  } finally {
    context.free();
  }
}

/** How far the logits of `run` on one engine are from those on the other. */
export async function compare(
  cpu: Engine,
  gpu: Engine,
  run: (context: Context) => Promise<Values>,
): Promise<number> {
  const [expected, found] = [await withContext(cpu, run), await withContext(gpu, run)];
  return largest(found, expected, (a, b) => Math.abs(a - b) / (1 + Math.abs(b)));
}

/** 0 if all bits agree, else the largest difference. */
export function bitError(found: Values = [], expected: Values = []): number {
  return largest(found, expected, (a, b) => (Object.is(a, b) ? 0 : Math.abs(a - b) || 1e-45));
}

/** Not a number, or a missing row, counts as infinitely wrong. */
function largest(found: Values, expected: Values, error: (a: number, b: number) => number): number {
  if (found.length !== expected.length || expected.length === 0) return Number.POSITIVE_INFINITY;
  let worst = 0;
  found.forEach((row, index) => {
    row.forEach((value, i) => {
      const difference = error(value, expected[index]?.[i] ?? Number.NaN);
      worst = Math.max(worst, Number.isNaN(difference) ? Number.POSITIVE_INFINITY : difference);
    });
  });
  return worst;
}
