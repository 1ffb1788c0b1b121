'use client';
// Dice, seed, and the ways back. A seed stands for all the numbers: the same seed, the same numbers.

import type { ModelName, RunSpec } from '@/gpu';
import { release, reset, seedOf, setSeed } from '../notebook/actions';
import { useActions, useNotebookState } from '../notebook/context';
import { DEFAULTS } from '../notebook/defaults';
import { keyOf } from '../notebook/state';
import { Button, IconButton } from '../ui/Button';
import { NumberField } from '../ui/NumberField';

export function DiceRow({ model, run }: { model: ModelName; run: RunSpec }) {
  const { commit, undo, redo } = useActions();
  const ways = useNotebookState((state) => state.ways);
  const byHand = Object.keys(run.u).length;
  const atStart = keyOf(run) === keyOf(DEFAULTS.runs[model]);
  return (
    <div className="dice-row">
      <Button
        icon="dice"
        look="main"
        title="Another seed, and with it all other numbers"
        onClick={() => commit((choices) => setSeed(choices, model, seedOf(Math.random())))}
      >
        Throw the dice
      </Button>
      <NumberField
        label="Seed"
        value={run.seed}
        min={0}
        max={2 ** 32 - 1}
        width={9}
        onChange={(seed) => commit((choices) => setSeed(choices, model, seed))}
      />
      <Button
        look="bare"
        disabled={byHand === 0}
        title="Numbers that you turned by hand become those of the seed again"
        onClick={() => commit((choices) => release(choices, model))}
      >
        Let the seed decide all
      </Button>
      <Button
        icon="reset"
        look="bare"
        disabled={atStart}
        title="Prompt, numbers and settings of this model as the page came"
        onClick={() => commit((choices) => reset(choices, model))}
      >
        Start over
      </Button>
      <span className="dice-ways">
        <IconButton
          icon="undo"
          label="Undo the last change (Ctrl+Z)"
          disabled={!ways.undo}
          onClick={undo}
        />
        <IconButton
          icon="redo"
          label="Redo it (Ctrl+Shift+Z)"
          disabled={!ways.redo}
          onClick={redo}
        />
      </span>
    </div>
  );
}
