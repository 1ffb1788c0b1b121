// Draft in one call, verify in a second, keep what one-at-a-time decoding would have written.
// Source: error correction, Draxler et al. 2025 (arXiv 2512.21323), section 2.3 and algorithm 1.

import type { Logits, Row } from '../engines/engine';
import type { StudentName } from '../model/config';
import { pick } from './sampling';
import type { StepTrace } from './trace';
import type { Draft, Writer } from './writer';

/** How a student drafts: which u's its rows carry, and how a row's scores become a draft. */
export type Drafter = Readonly<{
  student: StudentName;
  /**
   * Output positions, counted from the next token, that the first auxiliary row answers for: 0 where
   * a row carries the u of the token it predicts, 1 where it carries the u of the one before.
   */
  shift: 0 | 1;
  /** Drafts that it was trained for, if fewer than the model's window. */
  most?: number;
  /** The draft that a row predicts. @param u auxiliary variable of the drafted position */
  read(writer: Writer, logits: Logits, row: number, u: number): Draft;
}>;

/** Rounds of two calls until the text is done. */
export async function* twoPass(writer: Writer, drafter: Drafter): AsyncGenerator<StepTrace> {
  while (!writer.done) {
    const drafts = await draft(writer, drafter);
    const logits = await writer.call(writer.checkRows(drafts.map(({ token }) => token)));
    yield writer.accept(logits, drafts);
  }
}

/**
 * K drafts, or fewer if one is an end mark. The first is the teacher's own pick, since the row of the
 * last token travels in the same call; the student's rows hang behind it.
 */
async function draft(writer: Writer, { student, shift, most, read }: Drafter): Promise<Draft[]> {
  const { position, run } = writer;
  const count = Math.min(run.draft, most ?? run.draft);
  const logits = await writer.call(draftRows(writer, count - shift), student);
  const first = pick(writer.cdf(logits, 0), writer.draftU(position));
  const drafts: Draft[] = [{ token: first, confidence: 1 }];
  for (let k = 1; k < count; k++) {
    drafts.push(read(writer, logits, 1 + k - shift, writer.draftU(position + k)));
  }
  return untilEnd(writer, drafts);
}

/** The last committed token, and `count` auxiliary rows behind it: row 1 + k is slot k. */
export function draftRows(writer: Writer, count: number): Row[] {
  const rows = writer.checkRows([]);
  for (let k = 0; k < count; k++) rows.push(auxiliaryRow(writer, rows, 0, k));
  return rows;
}

/**
 * Slot `slot` of a group of auxiliary rows behind `rows[ahead]`, which are the last committed token and
 * the drafts; to be put at the end of `rows`. It carries the u of output position `ahead + slot` (from
 * the next token) and stands one position below.
 */
export function auxiliaryRow(
  writer: Writer,
  rows: readonly Row[],
  ahead: number,
  slot: number,
): Row {
  return {
    input: { u: writer.draftU(writer.position + ahead + slot), after: tokenOf(rows[ahead]) },
    parent: slot === 0 ? ahead : rows.length - 1,
    position: writer.lastIndex + ahead + slot,
  };
}

/** The token of a token row. */
export function tokenOf(row: Row | undefined): number {
  if (!row || !('token' in row.input)) throw new Error('Not a token row');
  return row.input.token;
}

/** Drafts up to the first end mark. */
export function untilEnd(writer: Writer, drafts: readonly Draft[]): Draft[] {
  const end = drafts.findIndex(({ token }) => token === writer.engine.config.end);
  return end === -1 ? [...drafts] : drafts.slice(0, end + 1);
}
