// From scores to a token: the one routine that every method, every check and every panel uses.

import type { Sampling } from './run-spec';

/**
 * Running sum [V] of the probabilities in token-id order: temperature, softmax, top-k, top-p,
 * renormalised. The last token that can be picked, and everything behind it, has the edge 1.
 *
 * Temperature 0 is greedy: all probability on the highest score. Among equals the lowest id wins, here
 * and in top-k. Top-p counts in the probabilities of the softmax, before top-k renormalises: it keeps
 * tokens, most probable first, as long as those before hold less than `topP`.
 * @param logits [V] f32; sums run in f64
 * Source: the verifier of the released PTP code, with the last edge forced to 1 at the last token
 * of non-zero probability rather than at the last id.
 */
export function cdfOf(logits: Float32Array, sampling: Sampling): Float64Array {
  return runningSum(keep(softmax(logits, sampling.temperature), sampling));
}

/** Running sum [V] of weights that need not add up to 1; from the last positive one on it is 1. */
export function runningSum(weights: Float64Array): Float64Array {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const last = weights.findLastIndex((weight) => weight > 0);
  let sum = 0;
  return weights.map((weight, token) => {
    sum += weight / total;
    return token >= last ? 1 : Math.min(sum, 1);
  });
}

/**
 * The token whose interval of the CDF contains `u`: the smallest id with `cdf[id] > u`.
 *
 * @param cdf [V] as `cdfOf` returns it
 * @param u   auxiliary variable in [0, 1)
 * Source: inverse transform sampling, Pick in Draxler et al. 2025 (arXiv 2512.21323).
 */
export function pick(cdf: Float64Array, u: number): number {
  const token = cdf.findIndex((edge) => edge > u);
  return token === -1 ? cdf.length - 1 : token;
}

/** Probabilities [V] in f64. Temperature 0 puts everything on the highest score. */
export function softmax(logits: Float32Array, temperature: number): Float64Array {
  const best = argmax(logits);
  const largest = logits[best] ?? 0;
  if (temperature === 0) return Float64Array.from(logits, (_, token) => (token === best ? 1 : 0));
  const weights = Float64Array.from(logits, (logit) => Math.exp((logit - largest) / temperature));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** The id of the highest score, the lowest such id. */
export function argmax(logits: Float32Array): number {
  return logits.reduce((best, logit, token) => (logit > (logits[best] ?? 0) ? token : best), 0);
}

/** The probability [V] of each token under a CDF. */
export function probabilitiesOf(cdf: Float64Array): Float64Array {
  return cdf.map((edge, token) => edge - (token === 0 ? 0 : (cdf[token - 1] ?? 0)));
}

/** Probabilities with everything outside top-k and top-p set to 0; not renormalised. */
function keep(probabilities: Float64Array, { topK, topP }: Sampling): Float64Array {
  if (topK === 0 && topP === 1) return probabilities;
  const ranked = Array.from(probabilities, (p, token) => ({ p, token }));
  ranked.sort((a, b) => b.p - a.p || a.token - b.token);
  const kept = new Float64Array(probabilities.length);
  let before = 0;
  for (const { p, token } of topK === 0 ? ranked : ranked.slice(0, topK)) {
    if (before >= topP) break;
    kept[token] = p;
    before += p;
  }
  return kept;
}
