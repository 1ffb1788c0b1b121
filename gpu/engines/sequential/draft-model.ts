// A whole small model that drafts for a large one.
// Source: Leviathan et al. 2023 (arXiv 2211.17192), Chen et al. 2023 (arXiv 2302.01318).

import type { CpuContext } from '../cpu/cpu-context';
import type { CpuEngine } from '../cpu/cpu-engine';
import { feed } from './feed';
import type { SequentialRun } from './index';

export class DraftModelRun implements SequentialRun {
  calls = 0;
  readonly reach = Number.POSITIVE_INFINITY;
  readonly #context: CpuContext;
  /** Tokens in the context. */
  readonly #fed: number[] = [];

  constructor(engine: CpuEngine) {
    this.#context = engine.begin();
  }

  /** Forgets drafts that turned out wrong, reads what it does not know yet. */
  async read(known: readonly number[]): Promise<Float32Array> {
    const wrong = this.#fed.findIndex((token, at) => token !== known[at]);
    const right = Math.min(wrong === -1 ? this.#fed.length : wrong, known.length - 1);
    this.#fed.length = right;
    this.#context.rewind(right);
    return this.#feed(known.slice(right));
  }

  next(token: number): Promise<Float32Array> {
    return this.#feed([token]);
  }

  free(): void {
    this.#context.free();
  }

  async #feed(tokens: readonly number[]): Promise<Float32Array> {
    const { scores, calls } = await feed(
      this.#context,
      tokens.map((token) => ({ token })),
    );
    this.#fed.push(...tokens);
    this.calls += calls;
    return scores;
  }
}
