// One run's text on the CPU: the last W keys and values in a ring, and who attends to whom.

import { type Config, MAX_POSITIONS, MAX_ROWS, type StudentName } from '../../model/config';
import { type Context, type Logits, PREFIX, type Row, type TokenInput } from '../engine';
import type { Floats, Kernels } from './kernels';
import { addBlend } from './math';
import {
  createScratch,
  type Fuse,
  forward,
  freeScratch,
  type Group,
  type Sight,
  type Weights,
} from './network';

export type StudentWeights = Weights &
  Readonly<{
    uEmbed: Float32Array; // [knots, C]
    temperatureEmbed: Float32Array; // [knots, C]
  }>;

/** What all contexts of an engine share. */
export type Shared = Readonly<{
  config: Config;
  kernels: Kernels;
  embed: Float32Array; // [V, C]
  /** Of a block that joins states and tokens. */
  fuse: Fuse | undefined;
  teacher: Weights;
  students: ReadonlyMap<StudentName, StudentWeights>;
  rope: readonly [Float32Array, Float32Array];
  /** For goldens: sees what enters layer 0 and what leaves each layer, [R, C], token rows first. */
  probe?: ((activations: Float32Array) => void) | undefined;
}>;

/** How long a context computes before it lets others of its thread have a turn. */
const TURN_MS = 25;
/** Committed tokens that `rewind` can forget. */
export const MAX_REWIND = 32;

export class CpuContext implements Context {
  length = 0;
  readonly #shared: Shared;
  readonly #withStates: boolean;
  /** Slots of a ring: the window, and what may be forgotten again. */
  readonly #slots: number;
  /** One ring per layer, [slots, 2C]: position p lies in slot p % slots, key first, value behind it. */
  #rings: readonly Floats[];
  #scratch;
  /** Where the rows of the last call lie in the scratch: token rows first. */
  #places: readonly number[] = [];
  #turnBegan = performance.now();

  constructor(shared: Shared, withStates = false) {
    const { kernels, config } = shared;
    const { layers, window, channels } = config;
    this.#shared = shared;
    this.#withStates = withStates;
    this.#slots = window + MAX_REWIND;
    this.#scratch = createScratch(kernels, config, 0);
    this.#rings = Array.from({ length: layers }, () => kernels.floats(this.#slots * 2 * channels));
  }

  async call(rows: readonly Row[], student?: StudentName, temperature = 1): Promise<Logits> {
    await this.#giveWay();
    const started = performance.now();
    const { config, kernels, teacher, students, rope, probe } = this.#shared;
    checkRows(rows);
    this.#makeRoom(rows.length);

    const tokenRows = rows.filter((row) => 'token' in row.input).length;
    const places = placesOf(rows, tokenRows);
    const groups: Group[] = [{ weights: teacher, from: 0, to: tokenRows }];
    const drafter = student && students.get(student);
    if (drafter) groups.push({ weights: drafter, from: tokenRows, to: rows.length });
    else if (tokenRows < rows.length) throw new Error(`Student ${student} is not loaded`);

    const sights: Sight[] = [];
    const positions: number[] = [];
    rows.forEach((row, index) => {
      const place = item(places, index);
      sights[place] = this.#sight(rows, index, places);
      positions[place] = row.position;
      this.#embed(row, place * config.channels, drafter, temperature);
    });
    const stride = 2 * config.channels;
    const past = this.#rings.map(({ values }) => ({ values, stride, key: 0 }));
    const computed = forward(
      kernels,
      config,
      this.#scratch,
      groups,
      positions,
      sights,
      past,
      rope,
      probe,
    );
    this.#places = places;

    const vocab = config.vocabulary.length;
    const values = new Float32Array(rows.length * vocab);
    inOrder(values, computed, places, vocab);
    const logits = { values, vocab, ms: performance.now() - started };
    if (!this.#withStates) return logits;
    const states = new Float32Array(rows.length * config.channels);
    inOrder(states, this.#scratch.normed.values, places, config.channels);
    return { ...logits, states };
  }

  commit(rows: readonly number[]): void {
    const { channels } = this.#shared.config;
    const stride = 2 * channels;
    for (const row of rows) {
      const from = item(this.#places, row) * 3 * channels + channels;
      const slot = (this.length % this.#slots) * stride;
      this.#rings.forEach((ring, layer) => {
        const { values } = item(this.#scratch.qkv, layer);
        ring.values.set(values.subarray(from, from + stride), slot);
      });
      this.length += 1;
    }
    this.#places = [];
  }

  /** Forget committed tokens, those from `length` on: MAX_REWIND of them at most. */
  rewind(length: number): void {
    if (length > this.length || length < this.length - MAX_REWIND) {
      throw new Error(`From ${this.length} tokens back to ${length}`);
    }
    this.length = length;
  }

  free(): void {
    const { kernels, config } = this.#shared;
    for (const ring of this.#rings) kernels.free(ring);
    this.#rings = [];
    freeScratch(kernels, this.#scratch);
    this.#scratch = createScratch(kernels, config, 0);
  }

  /** Powers of two, so that scratches of few sizes come and go. */
  #makeRoom(rows: number): void {
    if (rows <= this.#scratch.rows) return;
    const { kernels, config } = this.#shared;
    const larger = createScratch(kernels, config, 2 ** Math.ceil(Math.log2(rows)));
    freeScratch(kernels, this.#scratch);
    this.#scratch = larger;
  }

  /** Keys in the one order that all engines keep: the row, its parents upward, then the cache downward. */
  #sight(rows: readonly Row[], index: number, places: readonly number[]): Sight {
    const { window } = this.#shared.config;
    const first = item(rows, index).position - window + 1;
    const own: number[] = [];
    for (let at = index; at !== PREFIX; at = item(rows, at).parent) {
      if (item(rows, at).position < first) break;
      own.push(item(places, at));
    }
    const past: number[] = [];
    for (let position = this.length - 1; position >= Math.max(first, 0); position--) {
      past.push(position % this.#slots);
    }
    return { own, past };
  }

  #embed(row: Row, to: number, student: StudentWeights | undefined, temperature: number): void {
    const { config, embed, fuse } = this.#shared;
    const { channels, temperature_knots: knots } = config;
    if (fuse) {
      this.#fuse(row.input as TokenInput, fuse, to);
      return;
    }
    const x = this.#scratch.x.values;
    const token = 'token' in row.input ? row.input.token : row.input.after;
    x.set(embed.subarray(token * channels, (token + 1) * channels), to);
    if ('u' in row.input && student) {
      addBlend(x, to, student.uEmbed, channels, row.input.u);
      if (knots.length > 1) {
        const [first = 0, last = 1] = [knots.at(0), knots.at(-1)];
        const place = Math.min(Math.max((temperature - first) / (last - first), 0), 1);
        addBlend(x, to, student.temperatureEmbed, channels, place);
      }
    }
  }

  /** The state and the embedded token, each normed and times its matrix, added. */
  #fuse({ token, state }: TokenInput, fuse: Fuse, to: number): void {
    const { kernels, config, embed } = this.#shared;
    const { channels } = config;
    if (!state) throw new Error('A row of this network needs a state');
    const { x, mixed, normed, added } = this.#scratch; // all but x are free before the first layer
    const multiply = (out: Float32Array, input: Float32Array, norm: Floats, matrix: Floats) => {
      mixed.values.set(input);
      kernels.rmsNormRows(normed.values, mixed.values, norm.values, 1);
      kernels.matmulRows(out, normed.values, matrix.values, 1, channels, channels);
    };
    const out = x.values.subarray(to);
    multiply(out, state, fuse.stateNorm, fuse.fromState);
    const embedded = embed.subarray(token * channels, (token + 1) * channels);
    multiply(added.values, embedded, fuse.tokenNorm, fuse.fromToken);
    kernels.addTo(out, added.values, channels);
  }

  /** Calls on the CPU never wait for anything, so a worker would not hear that a run was cancelled. */
  async #giveWay(): Promise<void> {
    if (performance.now() - this.#turnBegan < TURN_MS) return;
    await new Promise((resolve) => setTimeout(resolve));
    this.#turnBegan = performance.now();
  }
}

function checkRows(rows: readonly Row[]): void {
  if (rows.length === 0 || rows.length > MAX_ROWS) throw new Error(`${rows.length} rows in a call`);
  rows.forEach(({ parent, position }, index) => {
    if (parent < PREFIX || parent >= index) throw new Error(`Row ${index} has parent ${parent}`);
    if (position < 0 || position >= MAX_POSITIONS) throw new Error(`Row ${index} at ${position}`);
  });
}

/** Rows of `width` numbers, from their places to the order of the call. */
function inOrder(
  to: Float32Array,
  from: Float32Array,
  places: readonly number[],
  width: number,
): void {
  places.forEach((place, index) => {
    to.set(from.subarray(place * width, (place + 1) * width), index * width);
  });
}

/** Token rows keep their order and come first, auxiliary rows follow: each group is contiguous. */
function placesOf(rows: readonly Row[], tokenRows: number): number[] {
  let token = 0;
  let auxiliary = tokenRows;
  return rows.map((row) => ('token' in row.input ? token++ : auxiliary++));
}

function item<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error(`No row or layer ${index}`);
  return found;
}
