// A block for each depth d = 0, 1 …. Row j of a depth joins the state that the depth before gave row j (for
// depth 0 the teacher's state of token j) and token j + 1 + d, and predicts token j + 2 + d.
// Source: DeepSeek-AI 2024 (arXiv 2412.19437), section 2.2.

import type { CpuContext } from '../cpu/cpu-context';
import type { CpuEngine } from '../cpu/cpu-engine';
import type { TokenInput } from '../engine';
import { feed } from './feed';
import type { SequentialRun } from './index';

export class MtpRun implements SequentialRun {
  calls = 0;
  readonly #depths: readonly CpuContext[];
  /** What each depth predicted from each row; the newest may rest on drafts that were wrong. */
  readonly #states: Float32Array[][];
  #known = 0;
  /** Known tokens, then drafts. */
  #tokens: number[] = [];

  constructor(blocks: readonly CpuEngine[]) {
    this.#depths = blocks.map((block) => block.begin({ states: true }));
    this.#states = blocks.map(() => []);
  }

  get reach(): number {
    return this.#depths.length;
  }

  async read(
    known: readonly number[],
    states: readonly Float32Array[],
  ): Promise<Float32Array | null> {
    this.#tokens = [...known];
    this.#known = known.length;
    return known.length < 2 ? null : this.#feed(0, states);
  }

  next(token: number): Promise<Float32Array> {
    this.#tokens.push(token);
    const depth = this.#tokens.length - this.#known;
    return this.#feed(depth, this.#states[depth - 1] ?? []);
  }

  free(): void {
    for (const context of this.#depths) context.free();
  }

  /** Rows of a depth that are new or rested on drafts; those of known tokens are committed. */
  async #feed(depth: number, before: readonly Float32Array[]): Promise<Float32Array> {
    const context = this.#depths[depth];
    if (!context) throw new Error(`No block for depth ${depth}`);
    const from = context.length;
    const inputs = [];
    for (let row = from; row < this.#known - 1; row++) {
      inputs.push({ state: before[row], token: this.#tokens[row + 1 + depth] } as TokenInput);
    }
    const keep = Math.max(this.#known - 1 - depth - from, 0);
    const { scores, states, calls } = await feed(context, inputs, keep);
    this.#states[depth]?.splice(from, Number.POSITIVE_INFINITY, ...states);
    this.calls += calls;
    return scores;
  }
}
