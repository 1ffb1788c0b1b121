import { describe, expect, test } from 'vitest';
import { softwareGpu } from '../../node/test-gpu';
import { checkKernels, type KernelCheck } from './self-check';

const gpu = softwareGpu();

describe.skipIf(!gpu).each(['barrier-free', 'tiled'] as const)('the %s kernels', (family) => {
  test('agree with the CPU engine, and to the bit with themselves', async () => {
    const failed: KernelCheck[] = [];
    let count = 0;
    for await (const check of checkKernels(gpu, family)) {
      if (!check.passed) failed.push(check);
      count += 1;
    }
    expect(failed).toEqual([]);
    expect(count).toBeGreaterThan(25);
  }, 600_000);
});
