// The memory that the WebAssembly kernels work in, and machines where they cannot.

import { describe, expect, test } from 'vitest';
import { randomTeacher, TINY } from '../../../testing/tiny-model';
import { type Engine, PREFIX, type Row } from '../../engine';
import { createCpuEngine } from '../cpu-engine';
import { bestKernels, type Wasm, wasmKernels } from '.';

const { Module, Instance, Memory } = WebAssembly;
const constructors = { Module, Instance, Memory };

/** `WebAssembly` with memory that the test sees, and that grows up to so many pages. */
function watched(maximum: number): { wasm: Wasm; pages: () => number } {
  const made: WebAssembly.Memory[] = [];
  class Memory extends WebAssembly.Memory {
    constructor() {
      super({ initial: 1, maximum });
      made.push(this);
    }
  }
  const pages = () => (made[0]?.buffer.byteLength ?? 0) / 2 ** 16;
  return { wasm: { ...constructors, Memory }, pages };
}

function engineOn(wasm: Wasm): Engine {
  const makeKernels = (config: typeof TINY) => wasmKernels(config, wasm);
  return createCpuEngine(TINY, randomTeacher(TINY, 1), { makeKernels });
}

const row = (token: number, position: number): Row => ({
  input: { token },
  parent: PREFIX,
  position,
});
const rows = (count: number): Row[] => Array.from({ length: count }, () => row(1, 0));

test('a thousand runs one after the other need the memory of one', async () => {
  const { wasm, pages } = watched(1000);
  const engine = engineOn(wasm);
  const sizes = [];
  for (let run = 0; run < 1000; run++) {
    const context = engine.begin();
    for (const count of [1, 1 + (run % 256), 256]) await context.call(rows(count));
    context.free();
    context.free();
    sizes.push(pages());
  }
  expect(new Set(sizes.slice(256))).toEqual(new Set([sizes.at(-1)]));
  expect(sizes.at(-1)).toBeLessThan(10);
});

test('a run goes on when others make the memory grow', async () => {
  const logits = [];
  for (const others of [0, 50]) {
    const { wasm, pages } = watched(1000);
    const engine = engineOn(wasm);
    const context = engine.begin();
    await context.call([row(2, 0)]);
    const before = pages();
    for (let other = 0; other < others; other++) await engine.begin().call(rows(100));
    expect(pages() > before).toBe(others > 0);
    context.commit([0]);
    logits.push((await context.call([row(3, 1)])).values);
  }
  expect(logits[1]).toEqual(logits[0]);
});

test('memory that cannot grow is told in words', () => {
  const kernels = wasmKernels(TINY, watched(2).wasm);
  const message = expect.stringMatching(/^The CPU engine needs 5 MB of memory/);
  const fault = expect.objectContaining({ name: 'Fault', code: 'no-memory', message });
  expect(() => kernels.floats(2 ** 20)).toThrow(fault);
});

describe('the TypeScript kernels take over', () => {
  class Module extends WebAssembly.Module {
    constructor() {
      super(new Uint8Array()); // CompileError, as of an instruction that is unknown
    }
  }
  const without: [string, Wasm][] = [
    ['WebAssembly', Object.create(null)],
    ['SIMD', { ...constructors, Module }],
  ];

  test.each(without)('without %s', (_, wasm) => {
    expect(bestKernels(TINY, wasm).name).toBe('CPU');
    const fault = expect.objectContaining({ name: 'Fault', code: 'no-wasm' });
    expect(() => wasmKernels(TINY, wasm)).toThrow(fault);
  });

  test('and only then', () => {
    const engine = createCpuEngine(TINY, randomTeacher(TINY, 1));
    expect(engine).toMatchObject({ kind: 'cpu', device: 'CPU, WebAssembly' });
  });
});
