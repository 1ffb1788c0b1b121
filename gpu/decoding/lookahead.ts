// Lookahead decoding: no draft weights at all. Guesses for the next K tokens ride in every call and are
// refined by what it says of each position (Jacobi iteration, with u in the place of argmax); short runs
// of tokens seen on the way are kept, and those that fit are checked as branches of the same call.
// Source: Fu et al. 2024 (arXiv 2402.02057), with one guess per position instead of a window of histories.

import type { Row } from '../engines/engine';
import { NgramPool } from './ngram-pool';
import { pick, probabilitiesOf } from './sampling';
import type { StepTrace } from './trace';
import { untilEnd } from './two-pass';
import type { Draft, Path, Writer } from './writer';

/** Branches of a call, besides the guesses, and tokens of each. */
const BRANCHES = 4;
const REACH = 3;

export async function* lookahead(writer: Writer): AsyncGenerator<StepTrace> {
  const { run } = writer;
  const pool = new NgramPool(REACH, BRANCHES);
  let guesses: Draft[] = [];
  while (!writer.done) {
    const { position } = writer;
    const rows = writer.checkRows(guesses.map(({ token }) => token));
    const trunk: Path = { drafts: guesses, rows: [...rows.keys()] };
    const branches = pool.behind(writer.last).map((tokens) => addBranch(writer, rows, tokens));
    const logits = await writer.call(rows);

    // What the call says of every position, were the guesses before it right.
    const refined = trunk.rows.map((row, k) => {
      return guess(writer.cdf(logits, row), writer.draftU(position + k));
    });
    const { drafts, rows: kept } = writer.best(logits, [trunk, ...branches]);
    const step = writer.accept(logits, drafts, kept);
    yield step;

    pool.add(writer.written.slice(-REACH - step.accepted));
    pool.add(refined.map(({ token }) => token));
    // Where no row stood yet, the last distribution is the best there is.
    const furthest = refined.at(-1)?.cdf;
    for (let k = refined.length; furthest && k < step.accepted + run.draft; k++) {
      refined.push(guess(furthest, writer.draftU(position + k)));
    }
    guesses = untilEnd(writer, refined.slice(step.accepted, step.accepted + run.draft));
  }
}

function guess(cdf: Float64Array, u: number): Draft {
  const token = pick(cdf, u);
  return { token, cdf, confidence: probabilitiesOf(cdf)[token] ?? 0 };
}

/** Put a run of tokens behind the last committed one, row 0, as a branch at the end of `rows`. */
function addBranch(writer: Writer, rows: Row[], tokens: readonly number[]): Path {
  const drafts = untilEnd(
    writer,
    tokens.slice(0, writer.run.draft).map((token) => ({ token, confidence: 0 })),
  );
  const path = [0];
  for (const { input } of writer.checkRows(drafts.map(({ token }) => token)).slice(1)) {
    const parent = path.at(-1) ?? 0;
    path.push(rows.length);
    rows.push({ input, parent, position: writer.lastIndex + path.length - 1 });
  }
  return { drafts, rows: path };
}
