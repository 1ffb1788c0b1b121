// Whether a GPU computes what the CPU engine computes, and each row to the same last bit however it
// travels. Readers run it on the page /check, the tests on a software adapter.

import type { Config, StudentName } from '../../model/config';
import { createCpuEngine } from '../cpu/cpu-engine';
import { type Context, type Engine, PREFIX, type Row } from '../engine';
import { createWebGpuEngine } from '.';
import { randomConfig, randomNumbers, randomStudent, randomTeacher } from './random-model';

export type KernelCheck = Readonly<{
  name: string;
  passed: boolean;
  /** Largest |difference| / (1 + |expected|) of a logit; where bits must agree, anything over 0 fails. */
  largestError: number;
}>;

/** f32 sums in another order than the CPU engine's. */
const TOLERANCE = 1e-4;
/** Below, at and not a multiple of the tile and of the workgroup. */
const ROW_COUNTS = [1, 2, 3, 4, 5, 8, 15, 16, 17, 64];

const ODD = randomConfig({ channels: 12, layers: 2, heads: 2, hidden: 20, window: 5, vocab: 7 });
const NAMES = randomConfig({
  channels: 96,
  layers: 2,
  heads: 3,
  hidden: 192,
  window: 32,
  vocab: 27,
});
const TALES = randomConfig({
  channels: 128,
  layers: 2,
  heads: 4,
  hidden: 512,
  window: 256,
  vocab: 67,
});

/** The checks one by one, a model of each shape at a time. Throws Fault as the engine does. */
export async function* checkKernels(gpu: GPU | undefined): AsyncGenerator<KernelCheck> {
  yield* checkModel('C=12', ODD, gpu, [...shapeChecks(), ...bitChecks(), ...cacheChecks()]);
  yield* checkModel('C=96', NAMES, gpu, [...shapeChecks([16]), ...bitChecks()]);
  yield* checkModel('C=128', TALES, gpu, [...shapeChecks([17]), ...bitChecks()]);
}

type Pair = Readonly<{ cpu: Engine; gpu: Engine; tokens: readonly number[]; u: readonly number[] }>;
type Check = readonly [name: string, exact: boolean, run: (pair: Pair) => Promise<number>];

async function* checkModel(
  label: string,
  config: Config,
  gpu: GPU | undefined,
  checks: readonly Check[],
): AsyncGenerator<KernelCheck> {
  const random = randomNumbers(1);
  const teacher = randomTeacher(config, random);
  const engine = await createWebGpuEngine(config, teacher, gpu);
  try {
    const cpu = createCpuEngine(config, teacher);
    const students: [StudentName, number?][] = [['o-ptp'], ['c-ptp', 4], ['independent', 3]];
    for (const [name, rank] of students) {
      const student = randomStudent(config, name, random, rank);
      await Promise.all([engine.load(name, student), cpu.load(name, student)]);
    }
    const vocab = config.vocabulary.length;
    const tokens = Array.from({ length: 700 }, () => Math.floor(random() * vocab));
    const u = Array.from({ length: 32 }, random);
    for (const [name, exact, run] of checks) {
      const largestError = await run({ cpu, gpu: engine, tokens, u });
      const passed = exact ? largestError === 0 : largestError <= TOLERANCE;
      yield { name: `${label}: ${name}`, passed, largestError };
    }
  } finally {
    engine.destroy();
  }
}

/** Against the CPU engine: numbers of rows, and each kind of student. */
function shapeChecks(counts: readonly number[] = ROW_COUNTS): Check[] {
  const rows = counts.map(
    (count): Check => [
      `${count} token rows`,
      false,
      ({ cpu, gpu, tokens }) =>
        compare(cpu, gpu, (context) => logits(context, tokenRows(tokens.slice(0, count)))),
    ],
  );
  const students = (['o-ptp', 'c-ptp', 'independent'] as const).map(
    (student): Check => [
      `${student} behind a prefix of 6, at three temperatures`,
      false,
      ({ cpu, gpu, tokens, u }) =>
        compare(cpu, gpu, async (context) => {
          await write(context, tokens.slice(0, 5), 5);
          const last = tokenRows(tokens.slice(5, 6), PREFIX, 5);
          const call = [...last, ...auxiliaryRows(u.slice(0, 7), 0, 5)];
          const parts = [];
          for (const temperature of [0.2, 0.85, 1.3]) {
            parts.push(await logits(context, call, student, temperature));
          }
          return parts.flat();
        }),
    ],
  );
  return [...rows, ...students];
}

/** A row alone, among many, in a tree, behind the cache or behind its parents: the same bits. */
function bitChecks(): Check[] {
  return [
    [
      'a text in one call, one at a time and three at a time',
      true,
      async ({ gpu, tokens }) => {
        const text = tokens.slice(0, 48);
        const [whole, single, triple] = await Promise.all(
          [48, 1, 3].map((size) => withContext(gpu, (context) => write(context, text, size))),
        );
        return Math.max(bitError(single, whole), bitError(triple, whole));
      },
    ],
    [
      'the branches of a tree, together and alone',
      true,
      async ({ gpu, tokens, u }) => {
        return withContext(gpu, async (context) => {
          await write(context, tokens.slice(0, 9), 9);
          const tree = branchingRows(tokens, u, 9);
          const together = await logits(context, tree, 'o-ptp', 0.7);
          let worst = 0;
          for (const index of tree.keys()) {
            const branch = branchOf(tree, index);
            const alone = await logits(context, branch, 'o-ptp', 0.7);
            worst = Math.max(worst, bitError(alone.slice(-1), together.slice(index, index + 1)));
          }
          return worst;
        });
      },
    ],
    [
      'a tree against the CPU engine',
      false,
      ({ cpu, gpu, tokens, u }) =>
        compare(cpu, gpu, async (context) => {
          await write(context, tokens.slice(0, 9), 9);
          return logits(context, branchingRows(tokens, u, 9), 'c-ptp', 1);
        }),
    ],
  ];
}

/** The ring, its rim, branches that move into it, and runs side by side. */
function cacheChecks(): Check[] {
  return [
    [
      '700 tokens in a ring of 261, against the CPU engine',
      false,
      ({ cpu, gpu, tokens }) => compare(cpu, gpu, (context) => write(context, tokens, 100)),
    ],
    [
      '700 tokens by 256, 100 and 17',
      true,
      async ({ gpu, tokens }) => {
        const [whole, hundreds, few] = await Promise.all(
          [256, 100, 17].map((size) => withContext(gpu, (context) => write(context, tokens, size))),
        );
        return Math.max(bitError(hundreds, whole), bitError(few, whole));
      },
    ],
    [
      'a committed side branch',
      true,
      ({ gpu, tokens }) =>
        withContext(gpu, (context) =>
          withContext(gpu, async (plain) => {
            await write(context, tokens.slice(0, 4), 4);
            const wrong = tokenRows(tokens.slice(20, 24), PREFIX, 4);
            const right = tokenRows(tokens.slice(4, 8), PREFIX, 4).map((row, index) =>
              index ? { ...row, parent: row.parent + 4 } : row,
            );
            await context.call([...wrong, ...right]);
            context.commit([4, 5, 6]);
            const next = await logits(context, tokenRows(tokens.slice(7, 10), PREFIX, 7));
            return bitError(next, (await write(plain, tokens.slice(0, 10), 10)).slice(7));
          }),
        ),
    ],
    [
      'two runs side by side',
      true,
      ({ gpu, tokens }) =>
        withContext(gpu, (first) =>
          withContext(gpu, async (second) => {
            const texts = [tokens.slice(0, 30), tokens.slice(100, 130)] as const;
            const both = await Promise.all([write(first, texts[0], 2), write(second, texts[1], 3)]);
            const alone = texts.map((text) =>
              withContext(gpu, (context) => write(context, text, 30)),
            );
            return bitError(both.flat(), (await Promise.all(alone)).flat());
          }),
        ),
    ],
  ];
}

type Values = readonly Float32Array[];

/** One array of V logits per row. */
async function logits(
  context: Context,
  rows: readonly Row[],
  student?: StudentName,
  temperature?: number,
): Promise<Float32Array[]> {
  const { values, vocab } = await context.call(rows, student, temperature);
  return rows.map((_, row) => values.slice(row * vocab, (row + 1) * vocab));
}

/** Writes a text behind what is there, `size` tokens a call: the logits of all its rows. */
async function write(
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

/** A chain of token rows; the first hangs off `parent`. */
function tokenRows(tokens: readonly number[], parent = PREFIX, position = 0): Row[] {
  return tokens.map((token, i) => ({
    input: { token },
    parent: i === 0 ? parent : i - 1,
    position: position + i,
  }));
}

/** A chain of auxiliary rows that hangs off row `parent`, which is the last one before it. */
function auxiliaryRows(u: readonly number[], parent: number, position: number): Row[] {
  return u.map((value, i) => ({
    input: { u: value },
    parent: parent + i,
    position: position + i,
  }));
}

/** Six verified tokens, a group of auxiliary rows off each of them, and a second branch of tokens. */
function branchingRows(tokens: readonly number[], u: readonly number[], length: number): Row[] {
  const rows = tokenRows(tokens.slice(length, length + 6), PREFIX, length);
  for (let parent = 0; parent < 6; parent++) {
    const first = rows.length;
    const group = auxiliaryRows(u.slice(parent, parent + 3), first - 1, length + parent);
    rows.push(...group.map((row, i) => (i === 0 ? { ...row, parent } : row)));
  }
  const branch = tokenRows(tokens.slice(40, 43), 2, length + 3);
  const first = rows.length;
  rows.push(...branch.map((row, i) => (i === 0 ? row : { ...row, parent: first + i - 1 })));
  return rows;
}

/** Row `index` and its parents, and nothing else. */
function branchOf(rows: readonly Row[], index: number): Row[] {
  const row = rows[index];
  if (!row) return [];
  const above = branchOf(rows, row.parent);
  return [...above, { ...row, parent: above.length - 1 }];
}

async function withContext<T>(engine: Engine, run: (context: Context) => Promise<T>): Promise<T> {
  const context = engine.begin();
  try {
    return await run(context);
  } finally {
    context.free();
  }
}

async function compare(
  cpu: Engine,
  gpu: Engine,
  run: (context: Context) => Promise<Values>,
): Promise<number> {
  const [expected, found] = [await withContext(cpu, run), await withContext(gpu, run)];
  return largest(found, expected, (a, b) => Math.abs(a - b) / (1 + Math.abs(b)));
}

/** 0 if all bits agree, else the largest difference. */
function bitError(found: Values = [], expected: Values = []): number {
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
