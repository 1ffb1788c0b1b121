// A call can bring along what its scores are read from: the same as the CPU engine's, within rounding.

import { expect, test } from 'vitest';
import { softwareGpu } from '../../node/test-gpu';
import { randomTeacher, TINY } from '../../testing/tiny-model';
import { createCpuEngine } from '../cpu/cpu-engine';
import type { Engine, Row } from '../engine';
import { createWebGpuEngine } from './index';

const ROWS: Row[] = [1, 3, 2, 5, 4].map((token, at) => ({
  input: { token },
  parent: at - 1,
  position: at,
}));

async function statesOf(engine: Engine): Promise<Float32Array> {
  const { states } = await engine.begin({ states: true }).call(ROWS);
  return states ?? new Float32Array();
}

const gpu = softwareGpu();

test.skipIf(!gpu)('states of a call', { timeout: 60_000 }, async () => {
  const teacher = randomTeacher(TINY, 1);
  const webgpu = await createWebGpuEngine(TINY, teacher, gpu);
  const [found, expected] = [
    await statesOf(webgpu),
    await statesOf(createCpuEngine(TINY, teacher)),
  ];
  expect(found).toHaveLength(ROWS.length * TINY.channels);
  found.forEach((value, index) => {
    expect(value).toBeCloseTo(expected[index] ?? 99, 4);
  });
  expect((await webgpu.begin().call(ROWS)).states).toBeUndefined();
  webgpu.destroy();
});
