'use client';
// Dice, seed, and the ways back. A seed stands for all the numbers: the same seed, the same numbers.

import './shared.css';
import type { ModelName, RunSpec } from '@/gpu';
import { usePanelWords } from '../i18n/PanelWords';
import { release, reset, seedOf, setSeed } from '../notebook/actions';
import { useActions, useNotebookState } from '../notebook/context';
import { DEFAULTS } from '../notebook/defaults';
import { keyOf } from '../notebook/state';
import { Button, IconButton } from '../ui/Button';
import { NumberField } from '../ui/NumberField';

export function DiceRow({ model, run }: { model: ModelName; run: RunSpec }) {
  const words = usePanelWords('notebook');
  const { commit, undo, redo } = useActions();
  const ways = useNotebookState((state) => state.ways);
  const byHand = Object.keys(run.u).length;
  const atStart = keyOf(run) === keyOf(DEFAULTS.runs[model]);
  return (
    <div className="dice-row">
      <Button
        icon="dice"
        look="main"
        title={words('throwTip')}
        onClick={() => commit((choices) => setSeed(choices, model, seedOf(Math.random())))}
      >
        {words('throw')}
      </Button>
      <NumberField
        label={words('seed')}
        value={run.seed}
        min={0}
        max={2 ** 32 - 1}
        width={9}
        onChange={(seed) => commit((choices) => setSeed(choices, model, seed))}
      />
      <Button
        look="bare"
        disabled={byHand === 0}
        title={words('backToSeedTip')}
        onClick={() => commit((choices) => release(choices, model))}
      >
        {words('backToSeed')}
      </Button>
      <Button
        icon="reset"
        look="bare"
        disabled={atStart}
        title={words('resetTip')}
        onClick={() => commit((choices) => reset(choices, model))}
      >
        {words('reset')}
      </Button>
      <span className="dice-ways">
        <IconButton icon="undo" label={words('undo')} disabled={!ways.undo} onClick={undo} />
        <IconButton icon="redo" label={words('redo')} disabled={!ways.redo} onClick={redo} />
      </span>
    </div>
  );
}
