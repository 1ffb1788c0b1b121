// The three unit squares over (u_1, u_2): coarse ones first, then finer ones. Runs in the worker.

import { type Model, pairGrids, type RunSpec } from '@/gpu';
import type { Turn } from './queue';
import type { Squares } from './state';

/** Cells per side, from coarse to fine. All share their factors, so finer cells lie inside coarser ones. */
const SIZES = [12, 24, 48] as const;

/** Squares behind a run's prompt. Ends early when `turn` says so; every size gives all three at once. */
export async function* squaresOf(
  model: Model,
  run: RunSpec,
  turn: Turn,
): AsyncGenerator<Squares, void> {
  const grids = (['ar', 'o-ptp', 'independent'] as const).map((method) =>
    pairGrids(model, run, method, SIZES),
  );
  try {
    for (const size of SIZES) {
      const found = [];
      for (const grid of grids) {
        if (!(await turn())) return;
        found.push((await grid.next()).value);
      }
      const [teacher, ptp, independent] = found;
      if (!teacher || !ptp || !independent) return;
      yield { run, teacher, ptp, independent, coarse: size !== SIZES.at(-1) };
    }
  } finally {
    for (const grid of grids) await grid.return();
  }
}
