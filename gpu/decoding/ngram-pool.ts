// Short runs of tokens, by the token that they stand behind. Source: the n-gram pool of Fu et al. 2024.

export class NgramPool {
  readonly #length: number;
  readonly #most: number;
  readonly #runs = new Map<number, (readonly number[])[]>();

  /** @param length tokens of a run; @param most runs kept behind each token, the latest ones */
  constructor(length: number, most: number) {
    this.#length = length;
    this.#most = most;
  }

  /** Keep every run of a text. */
  add(text: readonly number[]): void {
    for (let at = 0; at + this.#length < text.length; at++) {
      const run = text.slice(at + 1, at + 1 + this.#length);
      const others = this.behind(text[at]).filter((other) => other.join() !== run.join());
      this.#runs.set(text[at] ?? 0, [run, ...others].slice(0, this.#most));
    }
  }

  /** The runs behind a token, the latest first. */
  behind(token: number | undefined): readonly (readonly number[])[] {
    return this.#runs.get(token ?? -1) ?? [];
  }
}
