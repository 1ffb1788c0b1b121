// A linear fit whose coefficients may not be negative: of all choices of coefficients that are zero, the
// one that leaves least. Few coefficients, so all choices are tried.

/** x with |rows x - target|^2 least and x >= 0. @param rows [N, M] with M of ten at most */
export function leastSquares(rows: readonly number[][], target: readonly number[]): number[] {
  const columns = rows[0]?.length ?? 0;
  let best = { x: Array<number>(columns).fill(0), rest: Number.POSITIVE_INFINITY };
  for (let choice = 1; choice < 2 ** columns; choice++) {
    const used = Array.from({ length: columns }, (_, i) => i).filter((i) => choice & (1 << i));
    const part = solve(
      used.map((i) => used.map((j) => sum(rows, (row) => at(row, i) * at(row, j)))),
      used.map((i) => sum(rows, (row, n) => at(row, i) * at(target, n))),
    );
    if (!part?.every((value) => value >= 0)) continue;
    const x = Array.from({ length: columns }, (_, i) => part[used.indexOf(i)] ?? 0);
    const rest = sum(rows, (row, n) => (sum(row, (v, i) => v * at(x, i)) - at(target, n)) ** 2);
    if (rest < best.rest) best = { x, rest };
  }
  return best.x;
}

/** x with matrix x = right, by elimination with pivots; undefined where the matrix is singular. */
function solve(matrix: number[][], right: number[]): number[] | undefined {
  const size = right.length;
  // Scaled to a diagonal of ones: the units of the unknowns may differ by many orders.
  const scales = matrix.map((row, i) => Math.sqrt(at(row, i)) || 1);
  const rows = matrix.map((row, i) => [
    ...row.map((value, j) => value / at(scales, i) / at(scales, j)),
    at(right, i) / at(scales, i),
  ]);
  for (let column = 0; column < size; column++) {
    const below = rows.slice(column);
    const pivot = below.reduce((a, b) =>
      Math.abs(at(a, column)) >= Math.abs(at(b, column)) ? a : b,
    );
    if (Math.abs(at(pivot, column)) < 1e-12) return undefined;
    const from = rows.indexOf(pivot);
    [rows[column], rows[from]] = [pivot, rows[column] ?? pivot];
    rows.forEach((row, i) => {
      if (i === column) return;
      const factor = at(row, column) / at(pivot, column);
      rows[i] = row.map((value, j) => value - factor * at(pivot, j));
    });
  }
  return rows.map((row, i) => at(row, size) / at(row, i) / at(scales, i));
}

function at(values: readonly number[], index: number): number {
  return values[index] ?? 0;
}

function sum<T>(list: readonly T[], of: (item: T, index: number) => number): number {
  return list.reduce((total, item, index) => total + of(item, index), 0);
}
