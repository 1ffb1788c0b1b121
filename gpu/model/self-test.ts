// Does this engine, on this device, compute what PyTorch computed?

import type { Engine } from '../engines/engine';
import { Fault } from './fault';
import type { Goldens } from './manifest';

/**
 * The largest difference between the engine's logits and the goldens'. Rows of a student that is not
 * loaded are left out. Throws Fault 'wrong-numbers' where it exceeds the goldens' tolerance.
 */
export async function selfTest(engine: Engine, goldens: Goldens): Promise<number> {
  const { student, temperature, rows, logits } = goldens.rows;
  // Token rows come first, so leaving out the others leaves their parents' indices as they are.
  const able = engine.has(student) ? rows : rows.filter((row) => 'token' in row.input);
  const context = engine.begin();
  const { values, vocab } = await context.call(able, student, temperature);
  context.free();
  const expected = logits.slice(0, able.length).flat();
  const worst = values.reduce(
    (largest, value, index) => Math.max(largest, Math.abs(value - (expected[index] ?? Number.NaN))),
    0,
  );
  if (worst <= goldens.tolerance && values.length === able.length * vocab) return worst;
  const found = `${engine.device} computes scores that are off by ${worst.toPrecision(2)}`;
  throw new Fault('wrong-numbers', `${found}; at most ${goldens.tolerance} is allowed.`);
}
