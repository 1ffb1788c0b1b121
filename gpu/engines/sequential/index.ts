// Networks that draft one token after another, as most of the history does, beside any engine. They run
// on the CPU: a step of one small block is shorter than the way to a GPU and back. What they say is
// only ever a draft, so they need not agree with another engine's numbers.

import type { Config, SequentialName, SequentialShapes } from '../../model/config';
import type { Tensors } from '../../model/safetensors';
import { type CpuOptions, createCpuEngine } from '../cpu/cpu-engine';
import { DraftModelRun } from './draft-model';
import { EagleRun } from './eagle';
import { MtpRun } from './mtp';

/** One text of such a network. Must be freed. */
export interface SequentialRun {
  /** Calls so far, each of one row or, where something is read that was known, of a few. */
  readonly calls: number;
  /** How many drafts it can make in a row. */
  readonly reach: number;
  /**
   * Scores [V] for the token behind `known`; null while there is no state to look at.
   * @param known all tokens, the start mark first
   * @param states [C] each: what the teacher made of known[0 … length - 2]
   */
  read(known: readonly number[], states: readonly Float32Array[]): Promise<Float32Array | null>;
  /** Scores [V] behind one token more, which is a draft. */
  next(token: number): Promise<Float32Array>;
  free(): void;
}

export interface Sequential {
  /** Whether `read` looks at the teacher's states. */
  readonly seesStates: boolean;
  begin(): SequentialRun;
  destroy(): void;
}

/**
 * @param config the teacher's
 * @param tensors checked by `sequentialShapes`
 * Throws Fault 'no-memory'.
 */
export function createSequential(
  name: SequentialName,
  config: Config,
  shapes: SequentialShapes,
  teacher: Tensors,
  tensors: Tensors,
  options?: CpuOptions,
): Sequential {
  if (name === 'draft') {
    const engine = createCpuEngine({ ...config, ...shapes.draft }, tensors, options);
    return {
      seesStates: false,
      begin: () => new DraftModelRun(engine),
      destroy: () => engine.destroy(),
    };
  }
  const blockAt = (depth: number) =>
    createCpuEngine({ ...config, layers: 1 }, blockTensors(teacher, tensors, depth), options);
  if (name === 'eagle') {
    const block = blockAt(0);
    return {
      seesStates: true,
      begin: () => new EagleRun(block),
      destroy: () => block.destroy(),
    };
  }
  const blocks = Array.from({ length: shapes.depth }, (_, depth) => blockAt(depth));
  return {
    seesStates: true,
    begin: () => new MtpRun(blocks),
    destroy: () => {
      for (const block of blocks) block.destroy();
    },
  };
}

/** A block's own tensors, and the teacher's that it shares. */
function blockTensors(teacher: Tensors, tensors: Tensors, depth: number): Tensors {
  const prefix = `depths.${depth}.`;
  const own = [...tensors].filter(([name]) => name.startsWith(prefix));
  const shared = [...teacher].filter(([name]) => name === 'embed' || name === 'unembed');
  return new Map([...shared, ...own.map(([name, t]) => [name.slice(prefix.length), t] as const)]);
}
