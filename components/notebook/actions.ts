// Everything a reader can do, as plain functions from choices to choices. Nothing here knows React.

import { METHOD_NAMES, type MethodName, type ModelName, type RunSpec } from '@/gpu';
import { DEFAULTS } from './defaults';
import { type Choices, DRAWS } from './state';

/** Where a figure stands that is stepped through. */
export type Place = 'letter' | 'proof' | 'call';
/** Choices of one figure alone. */
export type Own = Exclude<keyof Choices, 'runs'>;

/** Digits after the point that a hand-set u keeps: enough for the eye, short in a link. */
const U_DIGITS = 4;

function edit(choices: Choices, model: ModelName, change: Partial<RunSpec>): Choices {
  const run = { ...choices.runs[model], ...change };
  // Another text: a round of the old one means nothing in it.
  const step = model === 'tales' ? null : choices.step;
  return { ...choices, step, runs: { ...choices.runs, [model]: run } };
}

/** Set the auxiliary variable of an output position by hand. @param u clamped to [0, 1) */
export function turn(choices: Choices, model: ModelName, position: number, u: number): Choices {
  return edit(choices, model, { u: { ...choices.runs[model].u, [position]: keep(u) } });
}

function keep(u: number): number {
  const scale = 10 ** U_DIGITS;
  return Math.min(scale - 1, Math.max(0, Math.floor(u * scale))) / scale;
}

/** Other random numbers; those set by hand are let go. @param seed 0 … 2^32 - 1 */
export function setSeed(choices: Choices, model: ModelName, seed: number): Choices {
  return edit(choices, model, { seed, u: {} });
}

/** Back to the numbers of the seed. */
export function release(choices: Choices, model: ModelName): Choices {
  return edit(choices, model, { u: {} });
}

/** The run as the page came. */
export function reset(choices: Choices, model: ModelName): Choices {
  return edit(choices, model, DEFAULTS.runs[model]);
}

/** A figure as the page came: the run of its model, and what it alone shows. */
export function resetCell(choices: Choices, model: ModelName, own: readonly Own[]): Choices {
  const fresh = Object.fromEntries(own.map((name) => [name, DEFAULTS[name]]));
  return { ...reset(choices, model), ...fresh };
}

export function setPrompt(choices: Choices, model: ModelName, prompt: string): Choices {
  return edit(choices, model, { prompt });
}

/** @param temperature 0 is greedy */
export function setTemperature(choices: Choices, model: ModelName, temperature: number): Choices {
  const { sampling } = choices.runs[model];
  return edit(choices, model, { sampling: { ...sampling, temperature } });
}

/** Show another method; the text stays what it is. */
export function setMethod(choices: Choices, model: ModelName, method: MethodName): Choices {
  return edit(choices, model, { method });
}

/** Put a method into the race, or take it out. */
export function toggleRacer(choices: Choices, method: MethodName): Choices {
  const { race } = choices;
  const has = race.includes(method);
  return { ...choices, race: METHOD_NAMES.filter((m) => (m === method ? !has : race.includes(m))) };
}

/** @param step round of the tales run, from 0; null for the last one */
export function setStep(choices: Choices, step: number | null): Choices {
  return { ...choices, step };
}

/** Show another letter, step of the proof, or call. @param place from 0 */
export function setPlace(choices: Choices, name: Place, place: number): Choices {
  return { ...choices, [name]: place };
}

export function setBins(choices: Choices, change: Partial<Choices['bins']>): Choices {
  return { ...choices, bins: { ...choices.bins, ...change } };
}

/** Set by hand where in the bin of a given text's token its u lies. @param place clamped to [0, 1) */
export function turnBin(choices: Choices, position: number, place: number): Choices {
  return setBins(choices, { set: { ...choices.bins.set, [position]: keep(place) } });
}

export function setRatio(choices: Choices, ratio: number): Choices {
  return { ...choices, ratio };
}

/** @param code undefined brings the chapter's own back */
export function setCode(choices: Choices, id: string, code: string | undefined): Choices {
  const { [id]: _, ...others } = choices.code;
  return { ...choices, code: code === undefined ? others : { ...others, [id]: code } };
}

export function setJoint(choices: Choices, joint: ModelName): Choices {
  return { ...choices, joint };
}

/** The next seeds for the table of draws. */
export function moreDraws(choices: Choices): Choices {
  return { ...choices, draws: (choices.draws + DRAWS) % 2 ** 32 };
}

/** Seeds short enough to read out in a room; `dice` is a number in [0, 1). */
export function seedOf(dice: number): number {
  return 1 + Math.floor(dice * 9999);
}
