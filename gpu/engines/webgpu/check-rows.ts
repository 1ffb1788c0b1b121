// Rows that the self-check computes: chains, groups of auxiliary rows, and a tree of all kinds.

import { PREFIX, type Row } from '../engine';

/** A chain of token rows; the first hangs off `parent`. */
export function tokenRows(tokens: readonly number[], parent = PREFIX, position = 0): Row[] {
  return tokens.map((token, i) => ({
    input: { token },
    parent: i === 0 ? parent : i - 1,
    position: position + i,
  }));
}

/** A chain of auxiliary rows behind token `after`, off row `parent`, the last one before it. */
export function auxiliaryRows(
  u: readonly number[],
  after: number,
  parent: number,
  position: number,
): Row[] {
  return u.map((value, i) => ({
    input: { u: value, after },
    parent: parent + i,
    position: position + i,
  }));
}

/** Six verified tokens, a group of auxiliary rows off each of them, and a second branch of tokens. */
export function branchingRows(
  tokens: readonly number[],
  u: readonly number[],
  length: number,
): Row[] {
  const rows = tokenRows(tokens.slice(length, length + 6), PREFIX, length);
  for (let parent = 0; parent < 6; parent++) {
    const first = rows.length;
    const after = tokens[length + parent] ?? 0;
    const group = auxiliaryRows(u.slice(parent, parent + 3), after, first - 1, length + parent);
    rows.push(...group.map((row, i) => (i === 0 ? { ...row, parent } : row)));
  }
  const branch = tokenRows(tokens.slice(40, 43), 2, length + 3);
  const first = rows.length;
  rows.push(...branch.map((row, i) => (i === 0 ? row : { ...row, parent: first + i - 1 })));
  return rows;
}

/** Row `index` and its parents, and nothing else. */
export function branchOf(rows: readonly Row[], index: number): Row[] {
  const row = rows[index];
  if (!row) return [];
  const above = branchOf(rows, row.parent);
  return [...above, { ...row, parent: above.length - 1 }];
}
