// What a reader's code finds in scope: our decoders, the current runs, `load`, `write` and `print`; and how the
// code is run with it. Used in the worker (worker.ts), and by the test that runs the chapters' own code.

import * as gpu from '@/gpu';
import type { Scope } from './protocol';

/** The names in scope, with their values. */
export function givenTo(
  scope: Scope,
  fetchFile: gpu.FetchFile,
  print: (...values: unknown[]) => void,
): Readonly<Record<string, unknown>> {
  const { decode, pick, cdfOf, uniform, textOf, encode, decodeText, methods, defaultRun } = gpu;
  const { probabilitiesOf, mutualInformation, productOf, exactJoint, totalVariation } = gpu;
  return {
    ...{ decode, pick, cdfOf, uniform, textOf, encode, decodeText, methods, defaultRun },
    ...{ probabilitiesOf, mutualInformation, productOf, exactJoint, totalVariation },
    ...{ ...scope, print, write },
    /** A model on the CPU engine. */
    load: (name: gpu.ModelName) => gpu.loadModel(name, { fetchFile, engine: 'cpu' }),
  };
}

/** The text that a run writes, and its rounds. */
async function write(model: gpu.Model, run: gpu.RunSpec) {
  const steps: gpu.StepTrace[] = [];
  for await (const step of gpu.decode(model, run)) steps.push(step);
  return { text: gpu.decodeText(model.config, gpu.textOf(steps)), steps };
}

/** Runs code as the body of an async function; resolves with what it returns, and throws what it throws. */
export async function evaluate(
  code: string,
  given: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const AsyncFunction = (async () => {}).constructor as FunctionConstructor;
  const run = AsyncFunction(...Object.keys(given), `'use strict';\n${code}`);
  return run(...Object.values(given));
}
