// A run may last as long as the reader likes: a thousand calls leave no more behind than one.

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { softwareGpu } from '../node/test-gpu';
import { KERNEL_SETS } from '../testing/kernel-sets';
import { randomStudent, randomTeacher, TINY } from '../testing/tiny-model';
import { createCpuEngine } from './cpu/cpu-engine';
import { type Engine, PREFIX, type Row } from './engine';
import { createWebGpuEngine } from './webgpu';

const CALLS = 1000;
const ALLOWED_BYTES = 1_000_000;

const gpu = softwareGpu();
const teacher = randomTeacher(TINY, 1);
const engines: [string, () => Promise<Engine>][] = KERNEL_SETS.map(([name, makeKernels]) => [
  name,
  async () => createCpuEngine(TINY, teacher, { makeKernels }),
]);
if (gpu) engines.push(['WebGPU', () => createWebGpuEngine(TINY, teacher, gpu)]);

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** JavaScript's heap and its arrays outside of it. */
function bytesInUse(): number {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** One token written per call, with drafts behind it. @param hold hears each call's logits */
async function growth(
  make: () => Promise<Engine>,
  hold = (_: Float32Array) => {},
): Promise<number> {
  const engine = await make();
  await engine.load('o-ptp', randomStudent(TINY, 'o-ptp', 1));
  const context = engine.begin();
  const write = async (calls: number) => {
    for (let call = 0; call < calls; call++) {
      const { values } = await context.call(rowsAt(context.length), 'o-ptp', 1);
      hold(values);
      context.commit([0]);
    }
  };
  await write(CALLS / 5); // compiled, and every buffer made
  const before = bytesInUse();
  await write(CALLS);
  const grown = bytesInUse() - before;
  engine.destroy();
  return grown;
}

function rowsAt(position: number): Row[] {
  const auxiliary = [0.2, 0.5, 0.8].map((u, i): Row => {
    return { input: { u, after: 1 }, parent: i, position: position + i };
  });
  return [{ input: { token: 1 }, parent: PREFIX, position }, ...auxiliary];
}

describe.each(engines)(`the heap after ${CALLS} calls on %s`, (_, make) => {
  test('is what it was before', { timeout: 300_000 }, async () => {
    expect(await growth(make)).toBeLessThan(ALLOWED_BYTES);
  });
});

test('what is kept is seen', async () => {
  const kept: Float32Array[] = [];
  const [, make] = engines[0] ?? [];
  if (!make) throw new Error('No engine');
  const grown = await growth(make, (values) =>
    kept.push(new Float32Array(300).fill(values[0] ?? 0)),
  );
  expect(grown).toBeGreaterThan(ALLOWED_BYTES);
});
