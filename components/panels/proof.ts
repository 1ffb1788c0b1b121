// The two theorems as steps: which nodes of the figure are decided after each, which are new, which are
// only passed through. The sentences are in content/messages/, panels.proof.

export type Node = 'text' | `${'u' | 'P' | 't'}${1 | 2 | 3}`;

export type ProofStep = Readonly<{
  /** Key of its sentence. */
  says:
    | 'given'
    | 'reads'
    | 'picks'
    | 'again'
    | 'then'
    | 'third'
    | 'end'
    | 'first'
    | 'second'
    | 'back';
  /** What this step decides. */
  fresh: readonly Node[];
  /** A conclusion: what alone it depends on, and what it is. */
  from?: readonly Node[];
  to?: Node;
}>;

export const GIVEN: readonly Node[] = ['text', 'u1', 'u2', 'u3'];

/** Draxler et al. 2025, theorem 1 and theorem 2, for three positions; a further one repeats the last pair of steps. */
export const PROOF: readonly ProofStep[] = [
  { says: 'given', fresh: GIVEN },
  { says: 'reads', fresh: ['P1'] },
  { says: 'picks', fresh: ['t1'] },
  { says: 'again', fresh: ['P2'] },
  { says: 'then', fresh: ['t2'] },
  { says: 'third', fresh: ['P3'] },
  { says: 'second', fresh: [], from: ['text', 'u1', 'u2'], to: 'P3' },
  { says: 'end', fresh: ['t3'] },
  { says: 'first', fresh: [], from: ['text', 'u1', 'u2', 'u3'], to: 't3' },
  { says: 'back', fresh: [], from: ['text', 'u1', 'u2', 'u3'], to: 't3' },
];

/** What a node is computed from; nothing for what is given. */
export function sourcesOf(node: Node): Node[] {
  const k = Number(node[1]);
  if (node.startsWith('P')) return (['text', 't1', 't2'] as const).slice(0, k);
  if (node.startsWith('t') && node !== 'text') return [`P${k}`, `u${k}`] as Node[];
  return [];
}

/** Nodes that are decided once step `index` is done. */
export function decidedAt(index: number): Set<Node> {
  return new Set(PROOF.slice(0, index + 1).flatMap(({ fresh }) => fresh));
}
