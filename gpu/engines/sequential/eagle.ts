// One block that drafts again and again. Row j joins the state of token j and token j + 1, and predicts
// state and scores one token on; behind the text it goes on with the state that it predicted itself.
// Source: Li et al. 2024 (arXiv 2401.15077).

import type { CpuContext } from '../cpu/cpu-context';
import type { CpuEngine } from '../cpu/cpu-engine';
import type { TokenInput } from '../engine';
import { feed } from './feed';
import type { SequentialRun } from './index';

export class EagleRun implements SequentialRun {
  calls = 0;
  readonly reach = Number.POSITIVE_INFINITY;
  readonly #context: CpuContext;
  /** Rows in the context that rest on the teacher's states. */
  #sure = 0;
  /** What the last row predicted. */
  #state: Float32Array | undefined;

  constructor(block: CpuEngine) {
    this.#context = block.begin({ states: true });
  }

  async read(
    known: readonly number[],
    states: readonly Float32Array[],
  ): Promise<Float32Array | null> {
    this.#context.rewind(this.#sure);
    const inputs = [];
    for (let row = this.#sure; row < known.length - 1; row++) {
      inputs.push({ state: states[row], token: known[row + 1] } as TokenInput);
    }
    if (inputs.length === 0) return null;
    this.#sure = known.length - 1;
    return this.#feed(inputs);
  }

  next(token: number): Promise<Float32Array> {
    return this.#feed([{ token, state: this.#state } as TokenInput]);
  }

  free(): void {
    this.#context.free();
  }

  async #feed(inputs: readonly TokenInput[]): Promise<Float32Array> {
    const { scores, states, calls } = await feed(this.#context, inputs);
    this.#state = states.at(-1);
    this.calls += calls;
    return scores;
  }
}
