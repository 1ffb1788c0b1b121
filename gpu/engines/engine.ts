// What every engine does, and nothing else: a call computes a tree of rows. The readable
// specification is engines/cpu; engines/webgpu is the fast twin.

import type { Config, StudentName } from '../model/config';
import type { Tensors } from '../model/safetensors';

/** Parent of a row that stands directly behind the cached prefix. */
export const PREFIX = -1;

/**
 * One row of a call. It attends to the cached prefix and to its chain of parents, nothing else, and
 * of those only to positions above `position - W`.
 *
 * Token rows run the teacher's weights. Auxiliary rows run the student's, and what goes in is
 * `u` in [0, 1), the run's temperature, and the last token that is known on the row's chain.
 */
export type Row = Readonly<{
  input: TokenInput | { readonly u: number; readonly after: number };
  /** Index of an earlier row of the same call, or PREFIX. */
  parent: number;
  /** Position id. A token row stands at its own index; an auxiliary row at its target's index minus one. */
  position: number;
}>;

/** `state` [C]: for networks that see one beside the token; see engines/sequential. */
export type TokenInput = { readonly token: number; readonly state?: Float32Array };

/** Token rows in a chain behind the cached prefix. @param position of the first: the context's length */
export function chainOf(inputs: readonly TokenInput[], position: number): Row[] {
  return inputs.map((input, index) => ({
    input,
    parent: index === 0 ? PREFIX : index - 1,
    position: position + index,
  }));
}

/**
 * Scores for the next token, one row of V per row of the call: [R, V] f32; and what they are read from,
 * [R, C] f32, for a context that was begun with `states`.
 */
export type Logits = Readonly<{
  values: Float32Array;
  vocab: number;
  states?: Float32Array;
  ms: number;
}>;

/** Tokens picked on the device, and measured milliseconds. */
export type Chained = Readonly<{ tokens: readonly number[]; ms: number }>;

/** Tokens of one chain at most. */
export const MAX_CHAIN = 32;

/** The text so far, as keys and values on the engine's device. One per run; runs do not see each other. */
export interface Context {
  /** Committed tokens. Positions 0 … length - 1 are in the cache. */
  readonly length: number;
  /**
   * Compute rows: exactly one submit and one read-back on a GPU. Rows are independent of how many
   * others travel with them: the same row gives the same bits alone or among many.
   * At most MAX_ROWS rows, in an order in which parents come first. A context runs one call at a time.
   * @param student which weights the auxiliary rows run; must have been loaded
   * @param temperature what the student is told; ignored by token rows
   * Throws Fault 'device-lost', or 'wrong-numbers' where a score is not a number.
   */
  call(rows: readonly Row[], student?: StudentName, temperature?: number): Promise<Logits>;
  /**
   * Where the device can: pick `us.length` tokens behind `token`, the last one known, each fed to the next
   * without leaving the device, in one submit and one read-back. Commits `token` and all picked tokens
   * but the last. Picked in f32: a u within 1e-4 of an edge may pick the neighbour.
   * @param us [1 … maxChain] auxiliary variables @param temperature 0 is greedy
   */
  readonly chain?: (token: number, us: readonly number[], temperature: number) => Promise<Chained>;
  /**
   * Keep token rows of the last call: `rows` is a chain of their indices, the first of which has the
   * parent PREFIX and the position `length`. Every other row is forgotten.
   */
  commit(rows: readonly number[]): void;
  /** Free what the context holds. */
  free(): void;
}

/** `states`: calls bring the states along that their scores are read from. */
export type ContextOptions = Readonly<{ states?: boolean }>;

export interface Engine {
  readonly kind: 'cpu' | 'webgpu';
  /** A name for the reader: the GPU's, or "CPU" and what its loops run on. */
  readonly device: string;
  readonly config: Config;
  /** Make a student's weights ready for auxiliary rows (LoRA merged). Loading twice does nothing. */
  load(student: StudentName, tensors: Tensors): Promise<void>;
  has(student: StudentName): boolean;
  /** A new, empty context. */
  begin(options?: ContextOptions): Context;
  /** Free everything, contexts included. */
  destroy(): void;
}
