// What every method does the same way: keep the text, know the u's, count calls, check drafts and
// accept. A method decides only what travels in a call and what is drafted; see ar.ts, then two-pass.ts.

import { type Context, chainOf, type Engine, type Logits, type Row } from '../engines/engine';
import type { Sequential, SequentialRun } from '../engines/sequential';
import type { StudentName } from '../model/config';
import { encode } from '../model/tokenizer';
import type { RunSpec, Sampling } from './run-spec';
import { cdfOf, pick, probabilitiesOf } from './sampling';
import type { StepTrace } from './trace';
import { uniform } from './u';

/** Token rows per call while the prompt is read; the CPU engine gives way between calls. */
const READING_ROWS = 64;

/** A draft: a token, the CDF it was picked from (if it was), and how sure the student was. */
export type Draft = Readonly<{ token: number; cdf?: Float64Array | undefined; confidence: number }>;

/** A chain of drafts in a call: `rows[k]` checks `drafts[k]`, one row more says what follows them all. */
export type Path = Readonly<{ drafts: readonly Draft[]; rows: readonly number[] }>;

export type WriterOptions = Readonly<{
  /** Tokens that an earlier writer of the same run has committed. */
  written?: readonly number[];
  /** What drafts one token after another. */
  sequential?: Sequential | undefined;
}>;

/** A text while it is being written. Must be freed. */
export class Writer {
  readonly run: RunSpec;
  /** Tokens written so far, the end mark included. */
  readonly written: number[];
  readonly engine: Engine;
  readonly #prompt: readonly number[];
  readonly #context: Context;
  readonly #small: SequentialRun | undefined;
  /** What the teacher made of each token in its cache, [C]; kept where drafting looks at it. */
  readonly #states: Float32Array[] = [];
  #step = { calls: 0, rows: 0, smallCalls: 0, ms: 0 };
  /** CDFs of a call, by row. */
  readonly #cdfs = new WeakMap<Logits, Map<number, Float64Array>>();

  constructor(engine: Engine, run: RunSpec, { written = [], sequential }: WriterOptions = {}) {
    this.run = run;
    this.written = [...written];
    this.engine = engine;
    this.#prompt = encode(engine.config, run.prompt);
    this.#context = engine.begin({ states: sequential?.seesStates ?? false });
    this.#small = sequential?.begin();
  }

  /** Read prompt and text up to the last token, which rides in the first call. Not counted. */
  async read(): Promise<void> {
    const known = [...this.#prompt, ...this.written].slice(0, -1);
    for (let from = 0; from < known.length; from += READING_ROWS) {
      const tokens = known.slice(from, from + READING_ROWS);
      this.#commit(await this.#context.call(chain(tokens, from)), [...tokens.keys()]);
    }
  }

  free(): void {
    this.#context.free();
    this.#small?.free();
  }

  get done(): boolean {
    const ended = this.written.at(-1) === this.engine.config.end && this.written.length > 0;
    return ended || this.written.length >= this.run.tokens;
  }

  /** Output position of the next token. */
  get position(): number {
    return this.written.length;
  }

  /** Position id of the last committed token. */
  get lastIndex(): number {
    return this.#prompt.length + this.written.length - 1;
  }

  /** The last committed token. */
  get last(): number {
    return this.written.at(-1) ?? this.#prompt.at(-1) ?? this.engine.config.start;
  }

  /** The run's own auxiliary variable of an output position: set by hand, or from the seed. */
  u(position: number): number {
    return this.run.u[position] ?? uniform(this.run.seed, position);
  }

  /** The one that drafting sees: the same, unless the run drafts with unrelated ones. */
  draftU(position: number): number {
    return this.run.freshU ? uniform(this.run.seed, position, 1) : this.u(position);
  }

  /**
   * Rows that check drafts: the last committed token, then the drafts as a chain. Nothing is computed
   * behind an end mark.
   */
  checkRows(drafts: readonly number[]): Row[] {
    const followed = drafts.at(-1) === this.engine.config.end ? drafts.slice(0, -1) : drafts;
    return chain([this.last, ...followed], this.lastIndex);
  }

  async call(rows: readonly Row[], student?: StudentName): Promise<Logits> {
    const logits = await this.#context.call(rows, student, this.run.sampling.temperature);
    this.#step.calls += 1;
    this.#step.rows += rows.length;
    this.#step.ms += logits.ms;
    return logits;
  }

  /**
   * Up to K drafts, one after another, by the run's small network; fewer where it reaches less far or an
   * end mark is drafted, none while it has nothing to look at.
   * @param choose the draft for an output position, from the network's CDF [V]
   */
  async draftInTurn(choose: (cdf: Float64Array, position: number) => number): Promise<Draft[]> {
    const small = this.#small;
    if (!small) throw new Error(`${this.run.method} drafts with no network`);
    const [started, before] = [performance.now(), small.calls];
    const drafts: Draft[] = [];
    let behind = await small.read([...this.#prompt, ...this.written], this.#states);
    while (behind) {
      const cdf = cdfOf(behind, this.run.sampling);
      const token = choose(cdf, this.position + drafts.length);
      drafts.push({ token, cdf, confidence: probabilitiesOf(cdf)[token] ?? 0 });
      const enough = drafts.length >= Math.min(this.run.draft, small.reach);
      if (enough || token === this.engine.config.end) break;
      behind = await small.next(token);
    }
    this.#step.smallCalls += small.calls - before;
    this.#step.ms += performance.now() - started;
    return drafts;
  }

  /** Whether the device can pick tokens by itself, for this sampling. */
  get canChain(): boolean {
    const { topK, topP } = this.run.sampling;
    return this.#context.chain !== undefined && topK === 0 && topP === 1;
  }

  /** Write up to `most` tokens in one submit; see Context.chain. They pass no check: the teacher picks. */
  async chain(most: number): Promise<StepTrace> {
    const { position, run } = this;
    const count = Math.min(most, run.tokens - position);
    const u = Array.from({ length: count }, (_, k) => this.u(position + k));
    const chained = await this.#context.chain?.(this.last, u, run.sampling.temperature);
    if (!chained) throw new Error('This device cannot chain');
    const end = chained.tokens.indexOf(this.engine.config.end ?? -1);
    const checks = end === -1 ? chained.tokens : chained.tokens.slice(0, end + 1);
    this.written.push(...checks);
    return {
      ...{ position, u: u.slice(0, checks.length), drafts: [], checks, accepted: checks.length },
      ...{ checkCdfs: [], draftCdfs: [], confidences: [] },
      ...{ calls: count, rows: count, smallCalls: 0, ms: chained.ms },
    };
  }

  /** The teacher's CDF behind row `row` of a call; computed once, as several paths may cross a row. */
  cdf(logits: Logits, row: number): Float64Array {
    const known = this.#cdfs.get(logits) ?? new Map<number, Float64Array>();
    this.#cdfs.set(logits, known);
    const cdf = known.get(row) ?? cdfOf(scores(logits, row), this.run.sampling);
    known.set(row, cdf);
    return cdf;
  }

  /** The path with most leading drafts right, the first among equals. */
  best(logits: Logits, paths: readonly [Path, ...Path[]]): Path {
    const right = paths.map(({ drafts, rows }) => {
      const wrong = drafts.findIndex(({ token }, k) => {
        return token !== pick(this.cdf(logits, rows[k] ?? 0), this.u(this.position + k));
      });
      return wrong === -1 ? drafts.length : wrong;
    });
    return paths[right.indexOf(Math.max(...right))] ?? paths[0];
  }

  /**
   * Check the drafts against the last call: keep the leading matches and one checked token more, as
   * far as the end mark and `tokens` allow.
   * @param rows which rows check them, where it is not the first ones: see Path
   */
  accept(logits: Logits, drafts: readonly Draft[], rows?: readonly number[]): StepTrace {
    const rowOf = (k: number) => (rows ? (rows[k] ?? 0) : k);
    const { position } = this;
    const { end } = this.engine.config;
    const checkCdfs: Float64Array[] = [];
    const checks: number[] = [];
    for (let k = 0; k <= drafts.length; k++) {
      const cdf = this.cdf(logits, rowOf(k));
      const check = pick(cdf, this.u(position + k));
      checkCdfs.push(cdf);
      checks.push(check);
      if (check === end || check !== drafts[k]?.token) break;
    }
    return this.keep(logits, drafts, checks, checkCdfs, rowOf);
  }

  /**
   * Keep checked tokens, as far as `tokens` allows.
   * @param checks leading drafts that stand, and one token more behind them unless they end the text
   * @param checkCdfs what each was picked from
   */
  keep(
    logits: Logits,
    drafts: readonly Draft[],
    checks: readonly number[],
    checkCdfs: readonly Float64Array[],
    rowOf = (k: number) => k,
  ): StepTrace {
    const { position, run } = this;
    const accepted = Math.min(checks.length, run.tokens - position);
    const rows = Array.from({ length: accepted }, (_, k) => rowOf(k));
    this.#commit(logits, rows);
    this.written.push(...checks.slice(0, accepted));
    const counted = this.#step;
    this.#step = { calls: 0, rows: 0, smallCalls: 0, ms: 0 };
    return {
      position,
      u: Array.from({ length: Math.max(drafts.length, checks.length) }, (_, k) =>
        this.u(position + k),
      ),
      drafts: drafts.map(({ token }) => token),
      checks,
      accepted,
      checkCdfs,
      draftCdfs: drafts.map(({ cdf }) => cdf),
      confidences: drafts.map(({ confidence }) => confidence),
      ...counted,
    };
  }

  #commit({ states, values, vocab }: Logits, rows: readonly number[]): void {
    this.#context.commit(rows);
    if (!states) return;
    const width = (states.length * vocab) / values.length;
    for (const row of rows) this.#states.push(states.slice(row * width, (row + 1) * width));
  }
}

/** Scores [V] of one row of a call, as a view. */
export function scores({ values, vocab }: Logits, row: number): Float32Array {
  return values.subarray(row * vocab, (row + 1) * vocab);
}

/** How a student's scores are read: it was trained at a temperature, so none is applied again. */
export function studentSampling(sampling: Sampling): Sampling {
  return { ...sampling, temperature: sampling.temperature === 0 ? 0 : 1 };
}

function chain(tokens: readonly number[], position: number): Row[] {
  return chainOf(
    tokens.map((token) => ({ token })),
    position,
  );
}
