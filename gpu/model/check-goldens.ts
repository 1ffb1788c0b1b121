// What PyTorch computed, computed again on this device: readers run it on the page /check.

import { decode } from '../decoding/decode';
import { defaultRun } from '../decoding/run-spec';
import { textOf } from '../decoding/trace';
import type { KernelCheck } from '../engines/create';
import { said } from '../words';
import type { ModelName } from './config';
import { type LoadOptions, loadModel } from './load';
import { selfTest } from './self-test';

/** The goldens of a model, one by one. Throws Fault as `loadModel` does, 'wrong-numbers' among others. */
export async function* checkGoldens(
  name: ModelName,
  options: LoadOptions,
): AsyncGenerator<KernelCheck> {
  const model = await loadModel(name, options);
  try {
    const { goldens } = model;
    const which = said('trained', { model: name, device: model.engine.device });
    await model.need(goldens.rows.student);
    const largestError = await selfTest(model.engine, goldens);
    yield {
      name: [which, said('scores', { rows: goldens.rows.rows.length })],
      passed: true,
      largestError,
    };
    for (const { prompt, seed, temperature, tokens } of goldens.runs) {
      const standard = defaultRun(name);
      const sampling = { ...standard.sampling, temperature };
      const run = {
        ...standard,
        prompt,
        seed,
        sampling,
        tokens: tokens.length,
        method: 'ar',
      } as const;
      const steps = [];
      for await (const step of decode(model, run)) steps.push(step);
      const text = textOf(steps);
      const wrong = tokens.filter((token, k) => token !== text[k]).length;
      const what = said('text', { tokens: tokens.length, seed: String(seed), temperature });
      yield { name: [which, what], passed: wrong === 0, largestError: wrong };
    }
  } finally {
    model.destroy();
  }
}
