// Many people's auxiliary variables in one call: every chain of u's hangs behind the same prompt, and no chain
// sees another. What it writes is what each chain would have written in a call of its own, to the last bit.

import type { Logits, Row } from '../engines/engine';
import { MAX_ROWS } from '../model/config';
import type { Model } from '../model/load';
import { independentDrafter } from './independent';
import { oPtpDrafter } from './o-ptp';
import type { RunSpec } from './run-spec';
import { pick } from './sampling';
import { tokenOf, untilEnd } from './two-pass';
import { Writer } from './writer';

export type TogetherMethod = 'ar' | 'o-ptp' | 'independent';

export type Together = Readonly<{
  /** Token ids of each chain, up to its end mark; nothing is checked. */
  texts: readonly (readonly number[])[];
  /** CDF [V] of the first token: the same for every chain. */
  first: Float64Array;
  /** Calls it took; one takes at most MAX_ROWS rows. */
  calls: number;
  rows: number;
  ms: number;
}>;

type Chains = readonly (readonly number[])[];

const DRAFTERS = { 'o-ptp': oPtpDrafter, independent: independentDrafter } as const;

/**
 * What a method writes for each chain of u's behind the run's prompt, in one shot; one-at-a-time writing takes
 * a call for each place, all chains side by side. Of the run, model, prompt and sampling matter.
 * @param chains u's in [0, 1), at least one chain of at least one, none longer than the model's window
 * Throws Fault 'bad-run', and what loading a student throws.
 */
export async function writeTogether(
  model: Model,
  run: RunSpec,
  method: TogetherMethod,
  chains: Chains,
): Promise<Together> {
  if (method !== 'ar') await model.need(method);
  const writer = new Writer(model.engine, run);
  try {
    await writer.read();
    const texts: number[][] = [];
    let first: Float64Array = new Float64Array();
    let [calls, rows, ms] = [0, 0, 0];
    const called = (logits: Logits, count: number) => {
      first = writer.cdf(logits, 0);
      [calls, rows, ms] = [calls + 1, rows + count, ms + logits.ms];
      return logits;
    };
    for (const part of parts(chains)) {
      texts.push(
        ...(method === 'ar'
          ? await oneAtATime(writer, called, part)
          : await inOneShot(writer, called, method, part)),
      );
    }
    return { texts, first, calls, rows, ms };
  } finally {
    writer.free();
  }
}

/**
 * The probability that the teacher gives the least probable token of each text, given those before it; 1 for an
 * empty text. Tells a text that hangs together from one whose letters do not know of each other.
 * @param texts token ids behind the run's prompt, as `writeTogether` returns them
 */
export async function leastProbabilities(
  model: Model,
  run: RunSpec,
  texts: readonly (readonly number[])[],
): Promise<number[]> {
  const writer = new Writer(model.engine, run);
  try {
    await writer.read();
    const least: number[] = [];
    for (const part of parts(texts)) {
      const rows = writer.checkRows([]);
      const heads = part.map((text) => addChain(writer, rows, text.slice(0, -1)));
      const logits = await writer.call(rows);
      part.forEach((text, chain) => {
        const behind = text.map((token, k) => {
          const cdf = writer.cdf(logits, k === 0 ? 0 : (heads[chain] ?? 0) + k - 1);
          return (cdf[token] ?? 0) - (cdf[token - 1] ?? 0);
        });
        least.push(Math.min(1, ...behind));
      });
    }
    return least;
  } finally {
    writer.free();
  }
}

/** Token rows of a text behind row 0. @returns the index of the first */
function addChain(writer: Writer, rows: Row[], text: readonly number[]): number {
  const head = rows.length;
  text.forEach((token, k) => {
    const parent = k === 0 ? 0 : rows.length - 1;
    rows.push({ input: { token }, parent, position: writer.lastIndex + 1 + k });
  });
  return head;
}

type Called = (logits: Logits, rows: number) => Logits;

/** One call: the last token's row, and each chain's auxiliary rows behind it. */
async function inOneShot(
  writer: Writer,
  called: Called,
  method: keyof typeof DRAFTERS,
  chains: Chains,
): Promise<number[][]> {
  const { student, read } = DRAFTERS[method];
  const rows = writer.checkRows([]);
  const after = tokenOf(rows[0]);
  const heads = chains.map((us) => {
    const head = rows.length;
    us.forEach((u, slot) => {
      const parent = slot === 0 ? 0 : rows.length - 1;
      rows.push({ input: { u, after }, parent, position: writer.lastIndex + slot });
    });
    return head;
  });
  const logits = called(await writer.call(rows, student), rows.length);
  return chains.map((us, chain) => {
    const drafts = us.map((u, slot) => {
      // As in every decoder, the first token is the teacher's own pick.
      if (slot === 0) return { token: pick(writer.cdf(logits, 0), u), confidence: 1 };
      return read(writer, logits, (heads[chain] ?? 0) + slot, u);
    });
    return untilEnd(writer, drafts).map(({ token }) => token);
  });
}

/** One call a place: each text so far is a chain of token rows, and its last row says what follows. */
async function oneAtATime(writer: Writer, called: Called, chains: Chains): Promise<number[][]> {
  const texts: number[][] = chains.map(() => []);
  const { end } = writer.engine.config;
  for (;;) {
    const [last] = writer.checkRows([]);
    const rows: Row[] = last ? [last] : [];
    const waiting = texts.flatMap((text, chain) => {
      const u = chains[chain]?.[text.length];
      if (u === undefined || text.at(-1) === end) return [];
      addChain(writer, rows, text);
      return [{ text, u, row: text.length === 0 ? 0 : rows.length - 1 }];
    });
    if (waiting.length === 0) return texts;
    const logits = called(await writer.call(rows), rows.length);
    for (const { text, u, row } of waiting) text.push(pick(writer.cdf(logits, row), u));
  }
}

/** Chains in parts that one call can carry, however long their texts get. */
function parts(chains: Chains): Chains[] {
  const found: (readonly number[])[][] = [];
  let room = 0;
  for (const chain of chains) {
    if (chain.length > room) {
      found.push([]);
      room = MAX_ROWS - 1;
    }
    found.at(-1)?.push(chain);
    room -= chain.length;
  }
  return found;
}
