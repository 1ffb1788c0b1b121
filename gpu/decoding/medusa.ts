// Independent heads, several candidates each, checked together: one call asks the heads, a second checks
// a tree of what they find likely. Wherever the tree holds what u picks, the text goes on along it.
// Source: Cai et al. 2024 (arXiv 2401.10774). There the heads hang off the last row and the tree is fixed;
// here the heads are the rows of independent prediction, and each round grows its own tree.

import type { Row } from '../engines/engine';
import { cdfOf, pick, probabilitiesOf } from './sampling';
import type { StepTrace } from './trace';
import { draftRows } from './two-pass';
import { type Draft, type Path, scores, studentSampling, type Writer } from './writer';

export async function* medusa(writer: Writer): AsyncGenerator<StepTrace> {
  while (!writer.done) {
    const heads = await askHeads(writer);
    const rows = writer.checkRows([]);
    const paths = growTree(writer, rows, heads);
    const logits = await writer.call(rows);
    const { drafts, rows: kept } = writer.best(logits, paths);
    yield writer.accept(logits, drafts, kept);
  }
}

/** What a head finds likely, most likely first: token and probability. */
type Head = readonly Readonly<{ token: number; p: number }>[];

/** A head for each of the next K places. The first is certain: the teacher's own pick. */
async function askHeads(writer: Writer): Promise<Head[]> {
  const { run, position } = writer;
  const logits = await writer.call(draftRows(writer, run.draft), 'independent');
  const first = pick(writer.cdf(logits, 0), writer.draftU(position));
  const others = Array.from({ length: run.draft - 1 }, (_, k) => {
    const cdf = cdfOf(scores(logits, k + 2), studentSampling(run.sampling));
    const likely = Array.from(probabilitiesOf(cdf), (p, token) => ({ token, p }));
    return likely.filter(({ p }) => p > 0).sort((a, b) => b.p - a.p || a.token - b.token);
  });
  return [[{ token: first, p: 1 }], ...others];
}

/** A path that is in the tree, and how probable the heads find it. */
type Branch = Readonly<{ path: Path; p: number }>;
/** What may be put behind a branch: the candidate of this rank, of the head for the next place. */
type Shoot = Readonly<{ behind: Branch; rank: number; token: number; p: number }>;

/**
 * Puts the most probable nodes into `rows`, as many as the run's budget allows; nothing stands behind an
 * end mark. As heads know nothing of each other, a node is as probable as the product along its path.
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
