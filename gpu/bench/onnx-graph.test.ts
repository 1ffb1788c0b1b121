// A benchmark of a wrong graph is worth nothing: onnxruntime computes our logits from our weights.

import * as ort from 'onnxruntime-web';
import { beforeAll, describe, expect, test } from 'vitest';
import { createCpuEngine } from '../engines/cpu/cpu-engine';
import { plainKernels } from '../engines/cpu/kernels';
import { PREFIX, type Row } from '../engines/engine';
import { randomStudent, randomTeacher, TINY, TINY_ENDLESS } from '../testing/tiny-model';
import { largestDifference } from './difference';
import { ATTENTIONS, onnxModel } from './onnx-graph';
import { OnnxPeer, WASM_PEER } from './onnx-peer';

const TOLERANCE = 1e-4;

beforeAll(() => {
  ort.env.wasm.numThreads = 1;
});

const token = (id: number, parent: number, position: number): Row => ({
  input: { token: id },
  parent,
  position,
});
const auxiliary = (u: number, parent: number, position: number): Row => ({
  input: { u, after: 2 },
  parent,
  position,
});

/** Behind four tokens, so that the window of six is exceeded. */
const PROMPT = [0, 3, 1, 2].map((id, i) => token(id, i - 1, i));
const CHAIN = [4, 2, 5, 1].map((id, i) => token(id, i - 1, 4 + i));
/** Two branches of tokens, and groups of auxiliary rows behind them. */
const TREE = [
  ...[token(4, PREFIX, 4), token(1, 0, 5), token(3, 0, 5), token(5, 2, 6)],
  ...[auxiliary(0.1, 0, 4), auxiliary(0.95, 4, 5), auxiliary(0.5, 3, 6)],
];

describe.each(ATTENTIONS)('%s attention', (attention) => {
  test.each([
    ['a chain of tokens', CHAIN, 4],
    ['a tree of both kinds of rows', TREE, 4],
  ] as const)('%s has the logits of the specification', async (_, rows, tokens) => {
    for (const config of [TINY, TINY_ENDLESS]) {
      const [teacher, student] = [randomTeacher(config, 1), randomStudent(config, 'o-ptp', 1)];
      const context = createCpuEngine(config, teacher, { makeKernels: plainKernels });
      await context.load('o-ptp', student);
      const run = context.begin();
      const read = (await run.call(PROMPT)).values;
      run.commit([0, 1, 2, 3]);

      const peer = new OnnxPeer(
        ort,
        config,
        { ...WASM_PEER, attention },
        {
          tokens: onnxModel(config, teacher, attention),
          drafting: onnxModel(config, teacher, attention, { student, tokens: 4, auxiliary: 3 }),
          student,
        },
      );
      expect(largestDifference(await peer.read(PROMPT), read)).toBeLessThan(TOLERANCE);
      const call = await peer.prepare({ name: '16 rows', rows, tokens });
      const expected = (await run.call(rows, 'o-ptp', 1)).values;
      expect(largestDifference(await call(), expected)).toBeLessThan(TOLERANCE);
      expect(largestDifference(await call(), expected)).toBeLessThan(TOLERANCE);
      // The measure itself: one weight that differs is seen.
      expect(
        largestDifference(await call(), (await run.call(rows, 'o-ptp', 0.5)).values) > TOLERANCE,
      ).toBe(tokens < rows.length);
      await peer.free();
    }
  });
});
