// Several candidates for each of the next places, checked together: one call asks a student, a second checks
// a tree of what it finds likely. Wherever the tree holds what u picks, the text goes on along it.
// Medusa asks independent heads. Source: Cai et al. 2024 (arXiv 2401.10774); there the heads hang off the
// last row and the tree is fixed, here they are the rows of independent prediction, and each round grows
// its own tree. A tree of O-PTP's candidates is ours: its rows know the u's, and so need fewer of them.

import type { Row } from '../engines/engine';
import type { StudentName } from '../model/config';
import type { Sampling } from './run-spec';
import { cdfOf, pick, probabilitiesOf, softmax } from './sampling';
import type { StepTrace } from './trace';
import { draftRows } from './two-pass';
import { type Draft, type Path, scores, studentSampling, type Writer } from './writer';

/** How a student names candidates: the probabilities [V] that its scores [V] of a place stand for. */
type Asked = Readonly<{
  student: StudentName;
  likely(scores: Float32Array, sampling: Sampling): Float64Array;
}>;

export const medusa = (writer: Writer) =>
  tree(writer, {
    student: 'independent',
    likely: (scores, sampling) => probabilitiesOf(cdfOf(scores, studentSampling(sampling))),
  });

export const ptpTree = (writer: Writer) =>
  tree(writer, { student: 'o-ptp', likely: (scores) => softmax(scores, 1) });

async function* tree(writer: Writer, asked: Asked): AsyncGenerator<StepTrace> {
  while (!writer.done) {
    const heads = await askHeads(writer, asked);
    const rows = writer.checkRows([]);
    const paths = growTree(writer, rows, heads);
    const logits = await writer.call(rows);
    const { drafts, rows: kept } = writer.best(logits, paths);
    yield writer.accept(logits, drafts, kept);
  }
}

/** What is likely at a place, most likely first: token and probability. */
type Head = readonly Readonly<{ token: number; p: number }>[];

/** What is likely at each of the next K places. The first is certain: the teacher's own pick. */
async function askHeads(writer: Writer, { student, likely }: Asked): Promise<Head[]> {
  const { run, position } = writer;
  const logits = await writer.call(draftRows(writer, run.draft), student);
  const first = pick(writer.cdf(logits, 0), writer.draftU(position));
  const others = Array.from({ length: run.draft - 1 }, (_, k) => {
    const probabilities = likely(scores(logits, k + 2), run.sampling);
    return Array.from(probabilities, (p, token) => ({ token, p }))
      .filter(({ p }) => p > 0)
      .sort((a, b) => b.p - a.p || a.token - b.token);
  });
  return [[{ token: first, p: 1 }], ...others];
}

/** A path that is in the tree, and how probable the heads find it. */
type Branch = Readonly<{ path: Path; p: number }>;
/** What may be put behind a branch: the candidate of this rank, of the head for the next place. */
type Shoot = Readonly<{ behind: Branch; rank: number; token: number; p: number }>;

/**
 * Puts the most probable nodes into `rows`, as many as the run's budget allows; nothing stands behind an
 * end mark. As the places know nothing of each other's tokens, a node is as probable as the product along
 * its path.
 * @returns the paths from the last token to every leaf
 */
function growTree(writer: Writer, rows: Row[], heads: readonly Head[]): [Path, ...Path[]] {
  const { lastIndex, run, engine } = writer;
  const root: Branch = { path: { drafts: [], rows: [0] }, p: 1 };
  const leaves = new Set([root.path]);
  const shoots = shootOf(heads, root, 0);
  while (rows.length <= run.budget) {
    const next = shoots.reduce((best, { p }, at) => (p > (shoots[best]?.p ?? 0) ? at : best), 0);
    const [shoot] = shoots.splice(next, 1);
    if (!shoot) break;
    const { behind, rank, token, p } = shoot;
    const { drafts, rows: above } = behind.path;
    const draft: Draft = { token, confidence: p / behind.p };
    const isEnd = token === engine.config.end;
    const path: Path = {
      drafts: [...drafts, draft],
      rows: isEnd ? above : [...above, rows.length],
    };
    leaves.delete(behind.path);
    leaves.add(path);
    shoots.push(...shootOf(heads, behind, rank + 1));
    if (isEnd) continue;
    rows.push({
      input: { token },
      parent: above.at(-1) ?? 0,
      position: lastIndex + path.drafts.length,
    });
    shoots.push(...shootOf(heads, { path, p }, 0));
  }
  const [first = root.path, ...others] = leaves;
  return [first, ...others];
}

/** The shoot of a rank behind a branch; none where the head has no such candidate. */
function shootOf(heads: readonly Head[], behind: Branch, rank: number): Shoot[] {
  const candidate = heads[behind.path.drafts.length]?.[rank];
  return candidate ? [{ behind, rank, token: candidate.token, p: behind.p * candidate.p }] : [];
}
