// Sizes of everything on the GPU. Widths are padded with zeros to multiples of eight, because every
// kernel computes eight columns at a time; so only rows have a tail.

import { type Config, MAX_ROWS, type StudentName } from '../../model/config';

/** Rows that a kernel computes together. All of them are of one kind, token or auxiliary. */
export const TILE = 4;
/** Rows of a call after both kinds are filled up to whole tiles. */
export const MAX_PLACES = MAX_ROWS + 2 * TILE;
/** Students by weight set: the teacher is set 0, these are 1, 2, 3. */
export const STUDENTS: readonly StudentName[] = ['o-ptp', 'c-ptp', 'independent', 'prophet'];
/** Weight sets that the buffers hold. */
export const SETS = 1 + STUDENTS.length;

export type Sizes = Readonly<{
  /** C as stored. */
  width: number;
  /** Width of one head as stored; at most seven zeros stand behind its channels. */
  head: number;
  /** All heads side by side. */
  attention: number;
  hidden: number;
  vocab: number;
  /** Slots for committed tokens: position p lies in slot p % ring. */
  ring: number;
  /** Slots of one layer: the ring, then one slot of its own for each row of a call. */
  slots: number;
  /** Keys that one row can attend to at most. */
  keys: number;
  /** Rows of one student's tables: [u_knots + knots, width]. */
  uRows: number;
  knots: number;
}>;

export function sizesOf(config: Config): Sizes {
  const head = eights(config.channels / config.heads);
  // Drafts may fill MAX_ROWS slots ahead without covering a position that a row still sees.
  const ring = config.window + MAX_ROWS;
  return {
    width: eights(config.channels),
    head,
    attention: config.heads * head,
    hidden: eights(config.hidden),
    vocab: eights(config.vocabulary.length),
    ring,
    // A multiple of 64 slots puts every layer on a multiple of 256 bytes, as bindings must be.
    slots: Math.ceil((ring + MAX_PLACES) / 64) * 64,
    keys: MAX_ROWS + config.window,
    uRows: config.u_knots,
    knots: config.temperature_knots.length,
  };
}

function eights(n: number): number {
  return Math.ceil(n / 8) * 8;
}
