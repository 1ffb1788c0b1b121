// Runs a RunSpec on a model and yields its steps. The only place where a run begins and ends.

import type { Engine } from '../engines/engine';
import { carryOn } from '../model/carry-on';
import type { Model } from '../model/load';
import { guessedHistogram } from './budget';
import { methods } from './registry';
import type { RunSpec } from './run-spec';
import type { StepTrace } from './trace';
import { Writer, type WriterOptions } from './writer';

/**
 * The steps of a run. Leaving the loop early (or `return()`) cancels it and frees what it held.
 *
 * If the GPU fails in the middle, the model's next engine goes on behind the written tokens; as
 * the u's belong to positions, the text stays the same.
 * @param written tokens of this run that are already known; the first step decides the next one
 * Throws Fault 'bad-run', the device's own if no engine is left, and what loading a student throws.
 */
export async function* decode(
  model: Model,
  run: RunSpec,
  written: readonly number[] = [],
): AsyncGenerator<StepTrace, void> {
  const { student, sequential: name } = methods[run.method];
  const sequential = name ? await model.needSequential(name) : undefined;
  const known = [...written];
  yield* carryOn(model, student, async function* (engine) {
    const options = { histogram: rightDrafts(model), written: known, sequential };
    for await (const step of decodeOn(engine, run, options)) {
      known.push(...step.checks.slice(0, step.accepted));
      yield step;
    }
  });
}

export type DecodeOptions = WriterOptions &
  Readonly<{
    /** [K + 1] rounds by right drafts of o-ptp; read by pqd alone. */
    histogram?: readonly number[];
  }>;

/** The steps of a run on one engine, whose student must be loaded. */
export async function* decodeOn(
  engine: Engine,
  run: RunSpec,
  { histogram = guessedHistogram(run.draft), ...options }: DecodeOptions = {},
): AsyncGenerator<StepTrace, void> {
  const writer = new Writer(engine, run, options);
  try {
    await writer.read();
    yield* methods[run.method].write(writer, histogram);
  } finally {
    writer.free();
  }
}

/** How many drafts of o-ptp were right per round when training measured it, [K + 1]. */
function rightDrafts({ manifest, config }: Model): readonly number[] {
  const { histogram } = manifest.evaluation;
  return histogram ?? guessedHistogram(config.draft);
}
