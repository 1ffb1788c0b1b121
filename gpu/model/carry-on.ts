// A run that outlives its engine.

import type { Engine } from '../engines/engine';
import type { StudentName } from './config';
import { Fault, type FaultCode } from './fault';
import type { Model } from './load';

/** Faults after which another engine may go on. */
const OF_THE_DEVICE: readonly FaultCode[] = ['device-lost', 'wrong-numbers'];

/**
 * What `run` yields on the model's engine; where the device fails, what it then yields on the next one.
 * @param student whose weights the run needs, if any
 * Throws the device's own Fault if no engine is left, and what loading a student throws.
 */
export async function* carryOn<T>(
  model: Model,
  student: StudentName | null,
  run: (engine: Engine) => AsyncIterable<T>,
): AsyncGenerator<T, void> {
  for (;;) {
    const { engine } = model;
    try {
      if (student) await model.need(student);
      yield* run(model.engine);
      return;
    } catch (cause) {
      if (!(cause instanceof Fault) || !OF_THE_DEVICE.includes(cause.code)) throw cause;
      await model.fallBack(cause, engine);
    }
  }
}
