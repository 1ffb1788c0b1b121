import { describe, expect, test } from 'vitest';
import { uniform } from '../../decoding/u';
import type { Config } from '../../model/config';
import { KERNEL_SETS } from '../../testing/kernel-sets';
import { randomStudent, randomTeacher, TINY } from '../../testing/tiny-model';
import { type Context, type Engine, PREFIX, type Row } from '../engine';
import { createCpuEngine } from './cpu-engine';
import type { MakeKernels } from './kernels';

const W = TINY.window;
/** Heads of 20 channels: four vectors, and one more. */
const WIDE: Config = { ...TINY, channels: 40, hidden: 52 };

async function tinyEngine(makeKernels: MakeKernels, config: Config, seed = 1): Promise<Engine> {
  const engine = createCpuEngine(config, randomTeacher(config, seed), { makeKernels });
  await engine.load('o-ptp', randomStudent(config, 'o-ptp', seed));
  return engine;
}

const tokenAt = (index: number) => Math.floor(uniform(5, index) * 6);
const token = (index: number, parent: number, position = index): Row => ({
  input: { token: tokenAt(index) },
  parent,
  position,
});
const chain = (count: number): Row[] => Array.from({ length: count }, (_, i) => token(i, i - 1));

/** Read `count` tokens into the cache, `size` at a time. */
async function read(context: Context, count: number, size: number): Promise<void> {
  for (let from = 0; from < count; from += size) {
    const rows = chain(count).slice(from, from + size);
    await context.call(rows.map((row, i) => ({ ...row, parent: i === 0 ? PREFIX : i - 1 })));
    context.commit(rows.map((_, i) => i));
  }
}

/** Logits of each row as plain arrays. */
async function logitsOf(context: Context, rows: readonly Row[]): Promise<number[][]> {
  const { values, vocab } = await context.call(rows, 'o-ptp', 0.8);
  return rows.map((_, row) => Array.from(values.subarray(row * vocab, (row + 1) * vocab)));
}

/** A tree of 60 rows of both kinds behind `length` cached tokens; its parents are drawn at random. */
function tree(length: number): Row[] {
  const rows: Row[] = [];
  for (let index = 0; index < 60; index++) {
    const parent = Math.floor(uniform(6, index) * (index + 1)) - 1;
    const above = rows[parent];
    const auxiliary = above ? 'u' in above.input || uniform(7, index) < 0.5 : false;
    const below = above?.position ?? length - 1;
    const turns = above && 'token' in above.input && auxiliary;
    rows.push({
      input: auxiliary
        ? { u: uniform(8, index), after: tokenAt(index) }
        : { token: tokenAt(index) },
      parent,
      position: turns ? below : below + 1,
    });
  }
  return rows;
}

function branch(rows: readonly Row[], index: number): Row[] {
  const row = rows[index];
  if (!row) throw new Error(`No row ${index}`);
  const above = row.parent === PREFIX ? [] : branch(rows, row.parent);
  return [...above, { ...row, parent: above.length - 1 }];
}

const CASES = KERNEL_SETS.flatMap(([kernels, makeKernels]) =>
  [TINY, WIDE].map((config) => ({ kernels, channels: config.channels, makeKernels, config })),
);

describe.each(CASES)('$kernels, C = $channels', ({ makeKernels, config }) => {
  test('a branch alone gives the same bits as within a tree of both kinds of row', async () => {
    const engine = await tinyEngine(makeKernels, config);
    const context = engine.begin();
    await read(context, 9, 4);
    const rows = tree(9);
    const together = await logitsOf(context, rows);
    for (const index of rows.keys()) {
      const alone = await logitsOf(context, branch(rows, index));
      expect(alone.at(-1)).toEqual(together[index]);
    }
  });

  test('cached tokens and parents in the same call give the same bits', async () => {
    const engine = await tinyEngine(makeKernels, config);
    const whole = await logitsOf(engine.begin(), chain(20));
    for (const size of [1, 3, 7]) {
      const context = engine.begin();
      await read(context, 19, size);
      expect(context.length).toBe(19);
      expect(await logitsOf(context, [token(19, PREFIX)])).toEqual([whole[19]]);
    }
  });

  test('a row sees window - 1 positions before its own and nothing earlier', async () => {
    // With one layer only: each further layer lets a row hear of another W - 1 positions.
    const shallow = { ...config, layers: 1 };
    const engine = await tinyEngine(makeKernels, shallow, 3);
    const beginningWith = (first: number) => {
      const [, ...others] = chain(W + 1);
      return logitsOf(engine.begin(), [
        { input: { token: first }, parent: PREFIX, position: 0 },
        ...others,
      ]);
    };
    const [a, b] = [await beginningWith(1), await beginningWith(5)];
    expect(a[W - 1]).not.toEqual(b[W - 1]);
    expect(a[W]).toEqual(b[W]);
  });

  test('rows that are not committed leave no trace', async () => {
    const engine = await tinyEngine(makeKernels, config);
    const context = engine.begin();
    await read(context, 4, 4);
    const before = await logitsOf(context, [token(4, PREFIX)]);
    await logitsOf(context, tree(4));
    expect(await logitsOf(context, [token(4, PREFIX)])).toEqual(before);
  });

  test('temperature reaches auxiliary rows alone, and is held within its knots', async () => {
    const context = (await tinyEngine(makeKernels, config)).begin();
    const rows: Row[] = [token(0, PREFIX), { input: { u: 0.3, after: 0 }, parent: 0, position: 0 }];
    const at = async (temperature: number) => {
      const { values, vocab } = await context.call(rows, 'o-ptp', temperature);
      return [values.slice(0, vocab), values.slice(vocab)];
    };
    const [cold, warm, hot, hotter] = [await at(0.5), await at(1), await at(1.5), await at(9)];
    expect(cold[0]).toEqual(warm[0]);
    expect(cold[1]).not.toEqual(warm[1]);
    expect(hot).toEqual(hotter);
  });

  test('an auxiliary row without its student is a bug, not a number', async () => {
    const engine = await tinyEngine(makeKernels, config);
    const rows: Row[] = [{ input: { u: 0.5, after: 0 }, parent: PREFIX, position: 0 }];
    await expect(engine.begin().call(rows, 'c-ptp')).rejects.toThrow('c-ptp');
  });
});
