// Every panel as a picture for slides and papers: SVG alone, no HTML. Charts are the panels' own; dials, rulers,
// maps and trees, which are HTML on the page, are drawn in number-pictures.tsx and run-pictures.tsx.

import type { MethodName, ModelName, RunSpec } from '@/gpu';
import type { PanelId } from '@/packages/foretoken-embed/src/protocol';
import type { PartName } from '../notebook/part-names';
import { type Choices, withMethod } from '../notebook/state';
import { SHARED } from '../panels/batch';
import { chainAmong } from '../panels/worth';
import type { Draw } from './drawing';
import * as numbers from './number-pictures';
import * as runs from './run-pictures';

export type Ask = Readonly<{
  /** The run that the picture is of. */
  run: RunSpec;
  /** What must be computed; nothing where the recording is all there is. */
  parts: readonly PartName[];
  /** Methods that run beside it, if not those of the race. */
  race?: readonly MethodName[];
}>;

export type Picture = Readonly<{ ask: (choices: Choices) => Ask; draw: Draw }>;

function picture(model: ModelName, parts: readonly PartName[], draw: Draw): Picture {
  return { ask: ({ runs }) => ({ run: runs[model], parts }), draw };
}

export const PICTURES: Readonly<Record<PanelId, Picture>> = {
  cover: picture('names', ['names'], numbers.drawCover),
  aux: picture('names', ['names'], numbers.drawRulers),
  letters: picture('names', ['names'], numbers.drawLetter),
  proof: picture('names', ['names'], numbers.drawProof),
  dependent: picture('names', ['squares'], numbers.drawSquares),
  joint: {
    ask: ({ runs, joint }) => ({
      run: withMethod(runs[joint], 'ar'),
      parts: [joint === 'names' ? 'joint' : 'tales-joint'],
    }),
    draw: numbers.drawJoint,
  },
  bins: {
    // Its u's are its own.
    ask: ({ runs, bins: { model, seed, set } }) => ({
      run: { ...runs[model], method: 'ar', seed, u: set },
      parts: [model === 'names' ? 'bins' : 'tales-bins'],
    }),
    draw: numbers.drawBins,
  },
  accept: picture('tales', ['tales'], runs.drawRace),
  chain: picture('tales', ['tales'], runs.drawChain),
  worth: {
    ask: ({ runs: { tales }, race }) => ({
      run: withMethod(tales, chainAmong(tales.method, race)),
      ...{ parts: ['tales'], race: [] },
    }),
    draw: runs.drawWorth,
  },
  tree: {
    ask: ({ runs }) => ({ run: withMethod(runs.tales, 'pqd'), parts: ['tales'], race: [] }),
    draw: runs.drawTree,
  },
  batch: {
    ask: ({ runs }) => ({ run: runs.tales, parts: ['tales'], race: SHARED }),
    draw: runs.drawBatch,
  },
  cost: picture('tales', [], runs.drawCost),
  temperature: picture('tales', [], runs.drawTemperature),
};

/** What a panel's picture is of: its run, what must be computed, and the choices with that run among them. */
export function askedOf(panel: PanelId, choices: Choices) {
  const { run, parts, race = choices.race } = PICTURES[panel].ask(choices);
  return { run, parts, choices: { ...choices, race, runs: { ...choices.runs, [run.model]: run } } };
}

/** The style of every picture, below the package's folder. */
export const SHEETS = [
  ...['app/styles/tokens.css', 'app/styles/figures.css'],
  ...['aux', 'accept', 'cells', 'dependent'].map((name) => `components/panels/${name}.css`),
  'components/snapshot/picture.css',
];
