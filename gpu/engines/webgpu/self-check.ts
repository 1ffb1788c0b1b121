// Whether a GPU computes what the CPU engine computes, and each row to the same last bit however it
// travels. Readers run it on the page /check, the tests on a software adapter.

import type { CheckPart } from '../../model/check-words';
import type { Config, StudentName } from '../../model/config';
import type { Tensors } from '../../model/safetensors';
import { said } from '../../words';
import { createCpuEngine } from '../cpu/cpu-engine';
import { plainKernels } from '../cpu/kernels';
import { type Engine, PREFIX } from '../engine';
import { createWebGpuEngine, type KernelFamily } from '.';
import { auxiliaryRows, branchingRows, branchOf, tokenRows } from './check-rows';
import { bitError, compare, logits, withContext, write } from './check-runs';
import { randomConfig, randomNumbers, randomStudent, randomTeacher } from './random-model';

export type KernelCheck = Readonly<{
  /** Which model, what it did, against what. */
  name: readonly CheckPart[];
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

/**
 * The checks one by one, a model of each shape at a time. Throws Fault as the engine does.
 * @param family the kernels to check; those that run here unless given
 */
export async function* checkKernels(
  gpu: GPU | undefined,
  family?: KernelFamily,
): AsyncGenerator<KernelCheck> {
  const open: OpenEngine = (config, teacher) => createWebGpuEngine(config, teacher, gpu, family);
  yield* checkModel(ODD, open, [...shapeChecks(), ...bitChecks(), ...cacheChecks()]);
  yield* checkModel(NAMES, open, [...shapeChecks([16]), ...bitChecks()]);
  yield* checkModel(TALES, open, [...shapeChecks([17]), ...bitChecks(), ...windowChecks()]);
}

type OpenEngine = (config: Config, teacher: Tensors) => Promise<Engine>;
type Pair = Readonly<{ cpu: Engine; gpu: Engine; tokens: readonly number[]; u: readonly number[] }>;
type Check = readonly [what: CheckPart, exact: boolean, run: (pair: Pair) => Promise<number>];

async function* checkModel(
  config: Config,
  open: OpenEngine,
  checks: readonly Check[],
): AsyncGenerator<KernelCheck> {
  const random = randomNumbers(1);
  const teacher = randomTeacher(config, random);
  const engine = await open(config, teacher);
  try {
    const cpu = createCpuEngine(config, teacher, { makeKernels: plainKernels });
    const students: [StudentName, number?][] = [['o-ptp'], ['c-ptp', 4], ['independent', 3]];
    for (const [name, rank] of students) {
      const student = randomStudent(config, name, random, rank);
      await Promise.all([engine.load(name, student), cpu.load(name, student)]);
    }
    const vocab = config.vocabulary.length;
    const tokens = Array.from({ length: 700 }, () => Math.floor(random() * vocab));
    const u = Array.from({ length: 32 }, random);
    for (const [what, exact, run] of checks) {
      const largestError = await run({ cpu, gpu: engine, tokens, u });
      const passed = exact ? largestError === 0 : largestError <= TOLERANCE;
      const which = said('random', { channels: config.channels });
      const how = said(exact ? 'sameBits' : 'againstCpu');
      yield { name: [which, what, how], passed, largestError };
    }
  } finally {
    engine.destroy();
  }
}

/** Against the CPU engine: numbers of rows, and each kind of student. */
function shapeChecks(counts: readonly number[] = ROW_COUNTS): Check[] {
  const rows = counts.map(
    (count): Check => [
      count === 1 ? said('oneToken') : said('tokens', { count }),
      false,
      ({ cpu, gpu, tokens }) =>
        compare(cpu, gpu, (context) => logits(context, tokenRows(tokens.slice(0, count)))),
    ],
  );
  const students = (['o-ptp', 'c-ptp', 'independent'] as const).map(
    (student): Check => [
      said('drafts', { student }),
      false,
      ({ cpu, gpu, tokens, u }) =>
        compare(cpu, gpu, async (context) => {
          await write(context, tokens.slice(0, 5), 5);
          const last = tokenRows(tokens.slice(5, 6), PREFIX, 5);
          const call = [...last, ...auxiliaryRows(u.slice(0, 7), tokens[5] ?? 0, 0, 5)];
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
      said('sizes'),
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
      said('branches'),
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
      said('tree'),
      false,
      ({ cpu, gpu, tokens, u }) =>
        compare(cpu, gpu, async (context) => {
          await write(context, tokens.slice(0, 9), 9);
          return logits(context, branchingRows(tokens, u, 9), 'c-ptp', 1);
        }),
    ],
  ];
}

/** Rows that see a whole window of 256: more keys than one workgroup scores. */
function windowChecks(): Check[] {
  return [
    [
      said('window'),
      false,
      ({ cpu, gpu, tokens, u }) =>
        compare(cpu, gpu, async (context) => {
          await write(context, tokens.slice(0, 270), 256);
          return logits(context, branchingRows(tokens, u, 270), 'o-ptp', 1);
        }),
    ],
  ];
}

/** The ring, its rim, branches that move into it, and runs side by side. */
function cacheChecks(): Check[] {
  return [
    [
      said('ring'),
      false,
      ({ cpu, gpu, tokens }) => compare(cpu, gpu, (context) => write(context, tokens, 100)),
    ],
    [
      said('ringSizes'),
      true,
      async ({ gpu, tokens }) => {
        const [whole, hundreds, few] = await Promise.all(
          [256, 100, 17].map((size) => withContext(gpu, (context) => write(context, tokens, size))),
        );
        return Math.max(bitError(hundreds, whole), bitError(few, whole));
      },
    ],
    [
      said('secondBranch'),
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
      said('sideBySide'),
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
