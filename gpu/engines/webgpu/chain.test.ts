// Tokens that the device picks by itself are the ones that we would have picked.

import { describe, expect, test } from 'vitest';
import { cdfOf, pick } from '../../decoding/sampling';
import { uniform } from '../../decoding/u';
import { softwareGpu } from '../../node/test-gpu';
import { MAX_CHAIN, PREFIX, type Row } from '../engine';
import { createWebGpuEngine } from '.';
import { randomConfig, randomNumbers, randomTeacher } from './random-model';

const gpu = softwareGpu();
const config = randomConfig({ channels: 12, layers: 2, heads: 2, hidden: 20, window: 5, vocab: 7 });

async function prepare() {
  const engine = await createWebGpuEngine(config, randomTeacher(config, randomNumbers(3)), gpu);
  return { engine, context: engine.begin() };
}

describe.skipIf(!gpu)('a chain', () => {
  test.each([0, 0.3, 1, 2])(
    'at temperature %d picks as one call after the other does',
    async (temperature) => {
      const { engine, context } = await prepare();
      const plain = engine.begin();
      let last = 1;
      for (const length of [1, 2, 7, MAX_CHAIN, 5]) {
        const us = Array.from({ length }, (_, k) => uniform(length, k));
        const { tokens = [] } = (await context.chain?.(last, us, temperature)) ?? {};
        const expected: number[] = [];
        for (const u of us) {
          const token = expected.at(-1) ?? last;
          const row: Row = { input: { token }, parent: PREFIX, position: plain.length };
          const { values } = await plain.call([row]);
          plain.commit([0]);
          expected.push(pick(cdfOf(values, { temperature, topK: 0, topP: 1 }), u));
        }
        expect(tokens).toEqual(expected);
        expect(context.length).toBe(plain.length);
        last = expected.at(-1) ?? 0;
      }
      engine.destroy();
    },
  );

  test('goes on behind a side branch that was committed', async () => {
    const { engine, context } = await prepare();
    const plain = engine.begin();
    const rows: Row[] = [1, 2].map((token) => ({ input: { token }, parent: PREFIX, position: 0 }));
    await context.call(rows);
    context.commit([1]);
    await plain.call(rows.slice(1));
    plain.commit([0]);
    const us = [0.1, 0.6, 0.9];
    const [found, expected] = [await context.chain?.(3, us, 1), await plain.chain?.(3, us, 1)];
    expect(found?.tokens).toEqual(expected?.tokens);
    engine.destroy();
  });

  test('of no token, or of too many, is a bug', async () => {
    const { engine, context } = await prepare();
    await expect(context.chain?.(1, [], 1)).rejects.toThrow('A chain of 0');
    await expect(context.chain?.(1, Array(MAX_CHAIN + 1).fill(0.5), 1)).rejects.toThrow('A chain');
    engine.destroy();
  });
});
