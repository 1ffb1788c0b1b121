// The table of rows that a call uploads: eight words of header, then two words a row.
//   input  a token row: the token id
//          an auxiliary row: its place in the table over u, row << 23 | part of the way to the next
//   link   position, parent << 12, IN_RING, AUXILIARY, LIVE, and of an auxiliary row the token
//          that it stands behind, << 24
// On the GPU rows stand in another order than in the call: token rows first, then auxiliary ones,
// both filled up to whole tiles. A row's number there is its place. 16 rows are 256 bytes or less.

import { type Config, MAX_POSITIONS, MAX_ROWS } from '../../model/config';
import { PREFIX, type Row } from '../engine';
import { MAX_PLACES, TILE } from './sizes';

const HEADER = 8;
const NO_PARENT = 511;
const IN_RING = 1 << 21;
const AUXILIARY = 1 << 22;
const LIVE = 1 << 23;
const AFTER = 24;
const PART = 2 ** 23;

export const TABLE_BYTES = 4 * (HEADER + 2 * MAX_PLACES);

/** Where the rows of a call are computed and kept. */
export type Placed = Readonly<{
  /** Words of the table that are in use. */
  words: number;
  /** Rows with the fillers: a multiple of TILE. */
  places: number;
  /** Each row's number on the GPU. */
  place: readonly number[];
  /**
   * Whether a row's keys go straight into the ring: it is a token row and the first that continues
   * the prefix, or the first that continues such a row. Committing it then moves nothing.
   */
  inRing: readonly boolean[];
  /** No row of the call sees more keys than this. */
  keys: number;
}>;

/** The weight set and temperature of a call's auxiliary rows. */
export type Drafter = Readonly<{ set: number; uRows: number; temperature: number }>;

/** Writes the table of `rows` behind `length` committed tokens. Throws if the rows cannot be. */
export function fillTable(
  table: Uint32Array,
  config: Config,
  rows: readonly Row[],
  length: number,
  drafter: Drafter | undefined,
): Placed {
  checkRows(config, rows, length, drafter);
  const tokens = rows.filter(({ input }) => 'token' in input).length;
  const tokenPlaces = Math.ceil(tokens / TILE) * TILE;
  const places = tokenPlaces + Math.ceil((rows.length - tokens) / TILE) * TILE;
  table.fill(0, 0, HEADER + 2 * places);
  const knot = blendPlace(temperaturePlace(config, drafter), config.temperature_knots.length);
  table.set([places, length, drafter?.set ?? 0, knot.low, floatBits(knot.part)]);
  for (let place = tokenPlaces; place < places; place++) {
    table[HEADER + 2 * place + 1] = AUXILIARY;
  }
  const place: number[] = [];
  const inRing: boolean[] = [];
  let nextToken = 0;
  let nextAuxiliary = tokenPlaces;
  let ringEnd = length; // the position that the main branch takes next
  let ringParent = PREFIX;
  let keys = 0;
  const reach: Reach[] = [];
  rows.forEach(({ input, parent, position }, index) => {
    const isToken = 'token' in input;
    const own = isToken ? nextToken++ : nextAuxiliary++;
    const main = isToken && parent === ringParent && position === ringEnd;
    if (main) {
      ringParent = index;
      ringEnd += 1;
    }
    place.push(own);
    inRing.push(main);
    const above = reach[parent] ?? { depth: length, position: length - 1, ties: 0 };
    const ties = above.ties + (above.position === position ? 1 : 0);
    reach.push({ depth: above.depth + 1, position, ties });
    keys = Math.max(keys, Math.min(above.depth + 1, config.window + ties));
    const parentPlace = parent === PREFIX ? NO_PARENT : (place[parent] ?? NO_PARENT);
    const kind = isToken ? (main ? IN_RING : 0) : AUXILIARY | (input.after << AFTER);
    table[HEADER + 2 * own] = isToken ? input.token : blendWord(input.u, drafter?.uRows ?? 1);
    table[HEADER + 2 * own + 1] = position | (parentPlace << 12) | kind | LIVE;
  });
  return { words: HEADER + 2 * places, places, place, inRing, keys };
}

/**
 * What bounds the keys of a row: rows and tokens from it upward, and how many of them stand at the
 * same position as the one above. W positions are seen, so W + ties keys at most.
 */
type Reach = Readonly<{ depth: number; position: number; ties: number }>;

function checkRows(
  config: Config,
  rows: readonly Row[],
  length: number,
  drafter: Drafter | undefined,
): void {
  if (rows.length === 0 || rows.length > MAX_ROWS) throw new Error(`${rows.length} rows in a call`);
  rows.forEach(({ input, parent, position }, index) => {
    const wrong = (what: string) => new Error(`Row ${index}: ${what}`);
    if (parent < PREFIX || parent >= index) throw wrong(`parent ${parent}`);
    const above = parent === PREFIX ? length - 1 : (rows[parent]?.position ?? 0);
    const inside = Number.isInteger(position) && position >= 0 && position < MAX_POSITIONS;
    if (!inside || position < above) throw wrong(`position ${position} behind ${above}`);
    const token = 'token' in input ? input.token : input.after;
    if (config.vocabulary[token] === undefined) throw wrong(`token ${token}`);
    if ('u' in input) {
      if (!drafter) throw wrong('is auxiliary, and its student is not loaded');
      if (!(input.u >= 0 && input.u < 1)) throw wrong(`u ${input.u}`);
    }
  });
}

/** Place in a table of `rows` rows for x in [0, 1]: between row `low` and the next. */
function blendPlace(x: number, rows: number): { low: number; part: number } {
  const place = x * (rows - 1);
  const low = Math.max(Math.min(Math.floor(place), rows - 2), 0);
  return { low, part: place - low };
}

/** The same in one word: nine bits of row and 23 of the part, finer than u in f32 would be. */
function blendWord(u: number, rows: number): number {
  const { low, part } = blendPlace(u, rows);
  return ((low << 23) | Math.min(Math.round(part * PART), PART - 1)) >>> 0;
}

function temperaturePlace({ temperature_knots }: Config, drafter: Drafter | undefined): number {
  const [first = 0, last = 1] = [temperature_knots.at(0), temperature_knots.at(-1)];
  if (!drafter || first === last) return 0;
  return Math.min(Math.max((drafter.temperature - first) / (last - first), 0), 1);
}

const float = new Float32Array(1);
const bits = new Uint32Array(float.buffer);

function floatBits(value: number): number {
  float[0] = value;
  return bits[0] ?? 0;
}
