// The shapes of a model, as training/config.py writes them into the manifest.

export const MODEL_NAMES = ['names', 'tales'] as const;

export type ModelName = (typeof MODEL_NAMES)[number];

/** Students, by the method that drafts with them: weight sets for auxiliary rows. */
export type StudentName = 'o-ptp' | 'c-ptp' | 'independent' | 'prophet';

/** Whether its auxiliary rows carry u, or a constant. */
export function seesU(student: StudentName): boolean {
  return student === 'o-ptp' || student === 'c-ptp';
}

/**
 * Networks that draft one token after another. draft: a whole small model; eagle: one block, again and
 * again; mtp: one block for each depth.
 */
export type SequentialName = 'draft' | 'eagle' | 'mtp';

export type Config = Readonly<{
  name: ModelName;
  /** One character per token id; the end mark, where there is one, is NUL. */
  vocabulary: string;
  /** Token that stands before the first one when the prompt is empty. */
  start: number;
  /** Token that ends a text, or null where texts go on. */
  end: number | null;
  /** C */
  channels: number;
  /** L */
  layers: number;
  /** H; the width of one head is C / H. */
  heads: number;
  /** Width inside the feed-forward part. */
  hidden: number;
  /** W: a row at position p attends to positions p - W + 1 … p of its own chain. */
  window: number;
  /** K: auxiliary rows behind one prefix, as trained. */
  draft: number;
  /** Rows of the table that embeds u, interpolated linearly over [0, 1]. */
  u_knots: number;
  /** Temperatures of the rows of the temperature table; a single entry means: no table. */
  temperature_knots: readonly number[];
}>;

/** Shapes of the small model, and how many blocks mtp has. */
export type SequentialShapes = Readonly<{
  draft: Pick<Config, 'channels' | 'layers' | 'heads' | 'hidden'>;
  depth: number;
}>;

/** Positions an engine prepares rotary tables for: prompt and text together are at most this long. */
export const MAX_POSITIONS = 4096;
/** Rows that may travel in one call. */
export const MAX_ROWS = 256;
