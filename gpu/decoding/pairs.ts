// The unit square over (u_0, u_1): which pair of tokens each point leads to, by each method. As in
// every decoder, the first token is the teacher's own pick; the methods differ in the second.

import type { Logits, Row } from '../engines/engine';
import { carryOn } from '../model/carry-on';
import { MAX_ROWS, type StudentName } from '../model/config';
import type { Model } from '../model/load';
import { teacherPair } from './joint';
import type { RunSpec } from './run-spec';
import { argmax, cdfOf, pick } from './sampling';
import { tokenOf } from './two-pass';
import { scores, studentSampling, Writer } from './writer';

/** Who writes the second token: the teacher (`ar`), or a student that has not seen the first. */
export type PairMethod = 'ar' | Exclude<StudentName, 'prophet'>;

/**
 * Pairs over the square: cell (x, y), at index y * size + x, holds the two token ids that
 * u_0 = (x + 1/2) / size and u_1 = (y + 1/2) / size lead to. Behind an end mark stands an end mark.
 */
export type PairGrid = Readonly<{
  /** Cells per side. */
  size: number;
  first: readonly number[];
  second: readonly number[];
}>;

/**
 * The pairs of one method behind a run's prompt, on the coarsest grid first, then on finer ones.
 * Leaving the loop early cancels it. Of the run, model, prompt and sampling matter.
 * @param sizes cells per side, from coarse to fine
 */
export async function* pairGrids(
  model: Model,
  run: RunSpec,
  method: PairMethod,
  sizes: readonly number[] = [8, 16, 32],
): AsyncGenerator<PairGrid, void> {
  yield* carryOn(model, method === 'ar' ? null : method, async function* (engine) {
    const writer = new Writer(engine, run);
    try {
      await writer.read();
      for (const size of sizes) {
        const us = Array.from({ length: size }, (_, i) => (i + 0.5) / size);
        yield gridOf(writer, await COLUMNS[method](writer, us));
      }
    } finally {
      writer.free();
    }
  });
}

/** Share of the cells that each pair has, [V * V], the first token's id times V plus the second's. */
export function pairShares({ first, second }: PairGrid, vocab: number): Float64Array {
  const shares = new Float64Array(vocab * vocab);
  first.forEach((a, cell) => {
    const pair = a * vocab + (second[cell] ?? 0);
    shares[pair] = (shares[pair] ?? 0) + 1 / first.length;
  });
  return shares;
}

/** What one u_0 leads to: the first token, and the second token for each u_1. */
type Column = Readonly<{ first: number; seconds: readonly number[] }>;

function gridOf(writer: Writer, columns: readonly Column[]): PairGrid {
  const { end } = writer.engine.config;
  const cells = columns.flatMap((_, y) =>
    columns.map(({ first, seconds }) => {
      return { first, second: first === end ? first : (seconds[y] ?? 0) };
    }),
  );
  return {
    size: columns.length,
    first: cells.map(({ first }) => first),
    second: cells.map(({ second }) => second),
  };
}

const COLUMNS: Record<PairMethod, (writer: Writer, us: readonly number[]) => Promise<Column[]>> = {
  ar: async (writer, us) => {
    const { first, seconds } = await teacherPair(writer);
    return us.map((u) => {
      const token = pick(first, u);
      return { first: token, seconds: pickAll(seconds[token] ?? first, us) };
    });
  },
  // A constant stands in the place of u: one chain of two rows answers for the whole square.
  independent: async (writer, us) => {
    const logits = await writer.call(
      behindLast(writer, [slot(0, 0), slot(0, 1, 1)]),
      'independent',
    );
    const seconds = pickAll(studentCdf(writer, logits, 2), us);
    return us.map((u) => ({ first: pick(writer.cdf(logits, 0), u), seconds }));
  },
  // A row for each u_0 knows the distribution of the second token.
  'c-ptp': async (writer, us) => {
    const columns: Column[] = [];
    for (const part of chunks(us, MAX_ROWS - 1)) {
      const logits = await writer.call(
        behindLast(
          writer,
          part.map((u) => slot(u, 0)),
        ),
        'c-ptp',
      );
      const first = writer.cdf(logits, 0);
      part.forEach((u, x) => {
        const seconds = pickAll(studentCdf(writer, logits, 1 + x), us);
        columns.push({ first: pick(first, u), seconds });
      });
    }
    return columns;
  },
  // A row for each u_0, and behind it a row for each u_1 knows the second token.
  'o-ptp': async (writer, us) => {
    const columns: Column[] = [];
    for (const part of chunks(us, Math.floor((MAX_ROWS - 1) / (1 + us.length)))) {
      const slots = part.flatMap((u, x) => {
        const head = 1 + x * (1 + us.length);
        return [slot(u, 0), ...us.map((below) => slot(below, 1, head))];
      });
      const logits = await writer.call(behindLast(writer, slots), 'o-ptp');
      const first = writer.cdf(logits, 0);
      part.forEach((u, x) => {
        const head = 1 + x * (1 + us.length);
        const seconds = us.map((_, y) => argmax(scores(logits, head + 1 + y)));
        columns.push({ first: pick(first, u), seconds });
      });
    }
    return columns;
  },
};

type Slot = Readonly<{ u: number; depth: number; parent: number }>;

/** An auxiliary row for the first (depth 0) or second token; row 0 of the call is the last token. */
function slot(u: number, depth: number, parent = 0): Slot {
  return { u, depth, parent };
}

function behindLast(writer: Writer, slots: readonly Slot[]): Row[] {
  const last = writer.checkRows([]);
  const after = tokenOf(last[0]);
  const auxiliary = slots.map(({ u, depth, parent }): Row => {
    return { input: { u, after }, parent, position: writer.lastIndex + depth };
  });
  return [...last, ...auxiliary];
}

function studentCdf(writer: Writer, logits: Logits, row: number): Float64Array {
  return cdfOf(scores(logits, row), studentSampling(writer.run.sampling));
}

function pickAll(cdf: Float64Array, us: readonly number[]): number[] {
  return us.map((u) => pick(cdf, u));
}

function chunks<T>(list: readonly T[], size: number): T[][] {
  const count = Math.ceil(list.length / Math.max(size, 1));
  return Array.from({ length: count }, (_, i) => list.slice(i * size, (i + 1) * size));
}
