// The bins of a text that stands there already: where its u's must lie for the teacher to write it. The twin
// of `bins` in training/model.py, which makes the examples that students learn from.

import type { Model } from '../model/load';
import { encode } from '../model/tokenizer';
import type { RunSpec } from './run-spec';
import { Writer } from './writer';

/**
 * The teacher's CDF [V] before each of the first `most` tokens of the run's prompt, given those before it and
 * under the run's sampling. One call. Throws Fault 'bad-run'.
 */
export async function textCdfs(model: Model, run: RunSpec, most: number): Promise<Float64Array[]> {
  const tokens = encode(model.config, run.prompt).slice(1, 1 + most);
  const writer = new Writer(model.engine, { ...run, prompt: '' });
  try {
    await writer.read();
    const logits = await writer.call(writer.checkRows(tokens));
    return tokens.map((_, k) => writer.cdf(logits, k));
  } finally {
    writer.free();
  }
}

/**
 * A u with which `pick` takes this token, or undefined where its bin has no width.
 * @param cdf    [V] as `cdfOf` returns it
 * @param within in [0, 1): 0 is the left edge of the token's bin
 * Source: Draxler et al. 2025 (arXiv 2512.21323), compatible auxiliaries.
 */
export function uInBin(cdf: Float64Array, token: number, within: number): number | undefined {
  const left = token === 0 ? 0 : (cdf[token - 1] ?? 1);
  const right = cdf[token] ?? 1;
  const u = left + within * (right - left);
  return u < right ? u : undefined;
}
