// What a call asks of the browser, counted by wrapping the prototypes: it holds on every device, for both
// families of kernels.

import { afterEach, describe, expect, test } from 'vitest';
import { globals } from 'webgpu';
import { workOf } from '../../bench/constants';
import { countCalls as countIn } from '../../bench/count-calls';
import { softwareGpu } from '../../node/test-gpu';
import { PREFIX, type Row } from '../engine';
import { createWebGpuEngine, type KernelFamily } from '.';
import { randomConfig, randomNumbers, randomStudent, randomTeacher } from './random-model';
import { sizesOf } from './sizes';

const gpu = softwareGpu();
const LAYERS = 3;
const config = randomConfig({
  channels: 12,
  layers: LAYERS,
  heads: 2,
  hidden: 20,
  window: 8,
  vocab: 7,
});

const restore: (() => void)[] = [];
afterEach(() => {
  for (const undo of restore.splice(0)) undo();
});

/** Counts calls by method name until the test ends, bytes uploaded as `bytes`, read back as `read`. */
function countCalls(): Record<string, number> {
  const { counts, stop } = countIn(globals);
  restore.push(stop);
  return counts;
}

/** One token row and a chain of auxiliary rows behind it. */
function draftRows(length: number, auxiliary: number): Row[] {
  const token: Row = { input: { token: 1 }, parent: PREFIX, position: length };
  const chain = Array.from(
    { length: auxiliary },
    (_, i): Row => ({
      input: { u: 0.3, after: 1 },
      parent: i,
      position: length + i,
    }),
  );
  return [token, ...chain];
}

async function prepare(family: KernelFamily = 'barrier-free') {
  const random = randomNumbers(2);
  const teacher = randomTeacher(config, random);
  const engine = await createWebGpuEngine(config, teacher, gpu, family);
  await engine.load('o-ptp', randomStudent(config, 'o-ptp', random));
  return { engine, context: engine.begin() };
}

describe.skipIf(!gpu).each(['barrier-free', 'tiled'] as const)('a call of %s kernels', (family) => {
  test('is one pass, one submit and one read-back, and creates nothing', async () => {
    const { engine, context } = await prepare(family);
    const counts = countCalls();
    await context.call(draftRows(0, 15), 'o-ptp');
    expect(counts).toEqual({
      createCommandEncoder: 1,
      beginComputePass: 1,
      dispatchWorkgroups: 6 * LAYERS + 3,
      submit: 1,
      mapAsync: 1,
      writeBuffer: 1,
      bytes: expect.any(Number),
      read: expect.any(Number),
    });
    expect(counts.dispatchWorkgroups).toBeLessThanOrEqual(7 * LAYERS + 5);
    expect(counts.bytes).toBeLessThanOrEqual(256);
    // What the benchmark's fit takes for granted.
    expect(workOf(config, 'webgpu', 16).dispatches).toBe(counts.dispatchWorkgroups);
    engine.destroy();
  });

  test('makes its pipelines asynchronously, at most twelve', async () => {
    const counts = countCalls();
    const { engine } = await prepare(family);
    expect(counts.createComputePipeline).toBeUndefined();
    expect(counts.createComputePipelineAsync).toBeLessThanOrEqual(12);
    engine.destroy();
  });
});

describe.skipIf(!gpu)('a call', () => {
  test('reads back its rows, and only those that fill up a tile before the last one', async () => {
    const { engine, context } = await prepare();
    const stored = 4 * sizesOf(config).vocab;
    for (const [auxiliary, rows] of [
      [0, 1],
      [1, 5],
      [15, 19],
    ] as const) {
      const counts = countCalls();
      await context.call(draftRows(0, auxiliary), 'o-ptp');
      expect(counts.read).toBe(rows * stored);
      for (const undo of restore.splice(0)) undo();
    }
    engine.destroy();
  });

  test.each([[0], [1], [4], [7], [15]])(
    'uploads at most 256 bytes with %d auxiliary rows',
    async (rows) => {
      const { engine, context } = await prepare();
      const counts = countCalls();
      await context.call(draftRows(0, rows), 'o-ptp');
      expect(counts.bytes).toBeLessThanOrEqual(256);
      engine.destroy();
    },
  );

  test('that chains eight tokens is one pass, one submit and one read-back, too', async () => {
    const { engine, context } = await prepare();
    const counts = countCalls();
    const { tokens = [] } = (await context.chain?.(1, Array(8).fill(0.5), 1)) ?? {};
    expect(tokens).toHaveLength(8);
    expect(counts).toEqual({
      createCommandEncoder: 1,
      beginComputePass: 1,
      dispatchWorkgroups: 8 * (6 * LAYERS + 4),
      submit: 1,
      mapAsync: 1,
      writeBuffer: 2,
      bytes: expect.any(Number),
      read: 4 * 8, // the tokens
    });
    expect(counts.bytes).toBeLessThanOrEqual(256);
    const work = workOf(config, 'webgpu', 1, { passes: 8, chained: true });
    expect(work.dispatches).toBe(counts.dispatchWorkgroups);
    engine.destroy();
  });

  test('after a side branch was committed has one dispatch more, once', async () => {
    const { engine, context } = await prepare();
    const rows: Row[] = [1, 2].map((token) => ({ input: { token }, parent: PREFIX, position: 0 }));
    await context.call(rows);
    context.commit([1]);
    for (const extra of [1, 0]) {
      const counts = countCalls();
      await context.call(draftRows(1, 0));
      expect(counts.dispatchWorkgroups).toBe(6 * LAYERS + 3 + extra);
      expect([counts.submit, counts.mapAsync, counts.beginComputePass]).toEqual([1, 1, 1]);
      for (const undo of restore.splice(0)) undo();
    }
    engine.destroy();
  });

  test('of 16 rows uploads at most 256 bytes, however many rows of the last one move', async () => {
    const { engine, context } = await prepare();
    const main: Row = { input: { token: 1 }, parent: PREFIX, position: 0 };
    const side = Array.from(
      { length: 15 },
      (_, i): Row => ({ input: { token: 2 }, parent: i === 0 ? PREFIX : i, position: i }),
    );
    await context.call([main, ...side]);
    context.commit(side.map((_, i) => 1 + i));
    const counts = countCalls();
    await context.call(draftRows(15, 15), 'o-ptp');
    expect(counts.dispatchWorkgroups).toBe(6 * LAYERS + 4);
    expect(counts.bytes).toBeLessThanOrEqual(256);
    engine.destroy();
  });
});
