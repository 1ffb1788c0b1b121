// What differs between two choices, by name: so that undo can say what it took back.

import { MODEL_NAMES } from '@/gpu';
import type { Choices, Touched } from './state';

/** Names of everything that differs; empty for equal choices. */
export function touched(before: Choices, after: Choices): Touched[] {
  const { runs: from, ...old } = before;
  const { runs: to, ...now } = after;
  const own = names(old).filter((name) => differ(old[name], now[name]));
  const runs = MODEL_NAMES.flatMap((model) =>
    names(from[model])
      .filter((name) => differ(from[model][name], to[model][name]))
      .map((name) => ({ model, name })),
  );
  return [...runs, ...own.map((name) => ({ name }))];
}

const names = <T extends object>(value: T) => Object.keys(value) as (keyof T & string)[];

function differ(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) !== JSON.stringify(b);
}
