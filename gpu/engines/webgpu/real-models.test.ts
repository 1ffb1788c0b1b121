// The trained models on a software adapter: goldens, and every method against one at a time.

import { describe, expect, test } from 'vitest';
import { decode } from '../../decoding/decode';
import { methods } from '../../decoding/registry';
import { defaultRun, METHOD_NAMES, type RunSpec } from '../../decoding/run-spec';
import { type StepTrace, textOf } from '../../decoding/trace';
import { uniform } from '../../decoding/u';
import { loadModel, type Model } from '../../model/load';
import { softwareGpu } from '../../node/test-gpu';
import { filesInPublic } from '../../testing/tiny-model';

/** Runs of each family of kernels; a software adapter pays dearly for the barriers of the tiled one. */
const PAIRS = { 'barrier-free': 20, tiled: 2 };
const TOKENS = 24;
/** Between engines a token may differ where u is this close to an edge of its CDF. */
const EDGE = 1e-4;
const gpu = softwareGpu();

async function stepsOf(model: Model, run: RunSpec): Promise<StepTrace[]> {
  const steps = [];
  for await (const step of decode(model, run)) steps.push(step);
  return steps;
}

function distanceToEdge(cdf: Float64Array | undefined, u: number): number {
  return (cdf ?? new Float64Array()).reduce(
    (least, edge) => Math.min(least, Math.abs(edge - u)),
    1,
  );
}

const cases = (['names', 'tales'] as const).flatMap((name) =>
  (['barrier-free', 'tiled'] as const).map((family) => [name, family] as const),
);

describe.skipIf(!gpu).each(cases)('%s on %s kernels', (name, family) => {
  test(`${PAIRS[family]} runs: the goldens, the CPU's text, and one text from every method`, {
    timeout: 600_000,
  }, async () => {
    // Loading computes the goldens' rows and throws where they are off.
    const model = await loadModel(name, {
      fetchFile: filesInPublic,
      engine: 'webgpu',
      gpu,
      family,
    });
    const cpu = await loadModel(name, { fetchFile: filesInPublic, engine: 'cpu' });
    expect(model.engine.device).toContain(family);
    const { files } = model.manifest;
    const drafting = METHOD_NAMES.filter((method) => {
      const { student } = methods[method];
      return method !== 'ar' && (!student || files[student]);
    });
    let parted = 0;
    for (let pair = 0; pair < PAIRS[family]; pair++) {
      const run = { ...defaultRun(name), prompt: '', seed: pair, tokens: TOKENS };
      const single = await stepsOf(model, { ...run, method: 'ar' });
      const expected = textOf(single);
      for (const method of drafting) {
        const found = textOf(await stepsOf(model, { ...run, method }));
        expect(found, `${method}, seed ${pair}`).toEqual(expected);
      }
      const onCpu = textOf(await stepsOf(cpu, { ...run, method: 'ar' }));
      const differs = expected.findIndex((token, index) => token !== onCpu[index]);
      if (differs < 0) continue;
      parted += 1;
      const distance = distanceToEdge(single[differs]?.checkCdfs[0], uniform(pair, differs));
      expect(distance).toBeLessThan(EDGE);
    }
    expect(parted).toBeLessThanOrEqual(1);
    model.destroy();
    cpu.destroy();
  });
});
