// The exact distribution of two tokens, and how far from it a method is. The twin of training/joint.py.
// What each method makes of the unit square over (u_0, u_1): pairs.ts.

import type { Row } from '../engines/engine';
import type { Model } from '../model/load';
import type { RunSpec } from './run-spec';
import { probabilitiesOf } from './sampling';
import { Writer } from './writer';

/** A step that the teacher takes with a lower probability counts as one it never takes. */
export const RARE_STEP = 1e-3;

/** Distributions over pairs of tokens, [V * V], the first token's id times V plus the second's. */
export type Joint = Readonly<{
  /** P(a) P(b | a): what the teacher writes. */
  exact: Float64Array;
  /** P(a) P(b): the most that independent prediction could know. */
  product: Float64Array;
  /** True where one of the two steps is rare. */
  rare: readonly boolean[];
}>;

/** The joint of the two tokens behind a run's prompt, under its sampling: one call of 1 + V rows. */
export async function exactJoint(model: Model, run: RunSpec): Promise<Joint> {
  const writer = new Writer(model.engine, run);
  try {
    await writer.read();
    const { first, seconds } = await teacherPair(writer);
    const p = probabilitiesOf(first);
    const conditional = seconds.map(probabilitiesOf);
    const steps = Array.from(p, (pa, a) =>
      Array.from(conditional[a] ?? [], (pb) => [pa, pb] as const),
    );
    const exact = Float64Array.from(steps.flat(), ([pa, pb]) => pa * pb);
    return {
      exact,
      product: productOf(exact),
      rare: steps.flat().map(([pa, pb]) => pa < RARE_STEP || pb < RARE_STEP),
    };
  } finally {
    writer.free();
  }
}

/**
 * The teacher's CDF [V] of the next token, and behind each such token the CDF of the one after it.
 * Behind an end mark stands nothing but end marks.
 */
export async function teacherPair(
  writer: Writer,
): Promise<{ first: Float64Array; seconds: Float64Array[] }> {
  const { vocabulary, end } = writer.engine.config;
  const [last] = writer.checkRows([]);
  if (!last) throw new Error('A text has a last token');
  const children = Array.from(vocabulary, (_, token): Row => {
    return { input: { token }, parent: 0, position: last.position + 1 };
  });
  const logits = await writer.call([last, ...children]);
  const ended = Float64Array.from(vocabulary, (_, token) => (token >= (end ?? 0) ? 1 : 0));
  return {
    first: writer.cdf(logits, 0),
    seconds: children.map((_, token) => (token === end ? ended : writer.cdf(logits, 1 + token))),
  };
}

/** The product of the two marginals of a distribution over pairs: P(a) P(b) for P(a, b). [V * V] */
export function productOf(joint: Float64Array): Float64Array {
  const vocab = Math.round(Math.sqrt(joint.length));
  const first = new Float64Array(vocab);
  const second = new Float64Array(vocab);
  joint.forEach((p, pair) => {
    const [a, b] = [Math.floor(pair / vocab), pair % vocab];
    first[a] = (first[a] ?? 0) + p;
    second[b] = (second[b] ?? 0) + p;
  });
  return joint.map((_, pair) => {
    return (first[Math.floor(pair / vocab)] ?? 0) * (second[pair % vocab] ?? 0);
  });
}

/**
 * Mutual information in bits: how much knowing the one token tells about the other; the divergence
 * KL(joint || product). 0 where the two are independent.
 * @param product as `productOf` returns it
 */
export function mutualInformation(joint: Float64Array, product: Float64Array): number {
  const bits = joint.reduce((sum, p, pair) => {
    return p > 0 ? sum + p * Math.log2(p / (product[pair] ?? 0)) : sum;
  }, 0);
  return Math.max(0, bits);
}

/** Total variation distance of two distributions: half the sum of their differences. */
export function totalVariation(p: Float64Array, q: Float64Array): number {
  return p.reduce((sum, value, i) => sum + Math.abs(value - (q[i] ?? 0)), 0) / 2;
}

/** Probability that a distribution over pairs gives to those with a rare step. */
export function rareShare(p: Float64Array, rare: readonly boolean[]): number {
  return p.reduce((sum, value, i) => sum + (rare[i] ? value : 0), 0);
}
