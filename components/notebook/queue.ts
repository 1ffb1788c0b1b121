// Who may call the model next. Tasks of a smaller rank go first; the others wait between their calls.
// Between two calls the worker also reads its mail, so a task can be stopped in the middle.

/** Resolves when the task may go on: true, or false if it was stopped and must leave. */
export type Turn = () => Promise<boolean>;

/** How often a waiting task looks whether it may go on, ms. */
const LOOK_MS = 4;

export class Queue {
  readonly #ranks = new Map<number, number>();
  readonly #stopped = new Set<number>();
  /** While true, no task goes on. */
  resting = false;

  /** @param rank smaller goes first; equals take turns */
  enter(id: number, rank: number): Turn {
    this.#ranks.set(id, rank);
    return async () => {
      await breathe();
      while (!this.#stopped.has(id) && (this.resting || this.#isPreceded(rank))) {
        await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      }
      return !this.#stopped.has(id);
    };
  }

  #isPreceded(rank: number): boolean {
    return [...this.#ranks.values()].some((other) => other < rank);
  }

  stop(id: number): void {
    if (this.#ranks.has(id)) this.#stopped.add(id);
  }

  leave(id: number): void {
    this.#ranks.delete(id);
    this.#stopped.delete(id);
  }
}

/** Let messages in. A message channel, as browsers stretch nested timeouts to 4 ms. */
function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
