import { expect, test } from 'vitest';
import { decidedAt, GIVEN, type Node, PROOF, sourcesOf } from './proof';

test('no step decides a node before everything that it is computed from', () => {
  for (const [index, { fresh }] of PROOF.entries()) {
    const before = decidedAt(index - 1);
    for (const node of fresh) {
      expect(sourcesOf(node).filter((source) => !before.has(source))).toEqual([]);
    }
  }
});

test('a conclusion names exactly what its node goes back to', () => {
  const origins = (node: Node): Set<Node> =>
    GIVEN.includes(node)
      ? new Set([node])
      : new Set(sourcesOf(node).flatMap((source) => [...origins(source)]));
  const conclusions = PROOF.filter(({ to }) => to);
  expect(conclusions.length).toBeGreaterThan(1);
  for (const { from = [], to } of conclusions) {
    expect(to && origins(to)).toEqual(new Set(from));
  }
});
