// The three unit squares over (u_1, u_2): coarse ones first, then finer ones. Runs in the worker.

import type { Model, RunSpec } from '@/gpu';
import type { Turn } from './queue';
import type { Squares } from './state';

export async function* squaresOf(
  _model: Model,
  _run: RunSpec,
  _turn: Turn,
): AsyncGenerator<Squares, void> {}
