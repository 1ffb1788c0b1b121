'use client';
// Numbers for a given text, connected: the reader's text, the teacher's bins of its tokens, a u in each.

import './aux.css';
import './cells.css';
import { useMemo } from 'react';
import { encode, type ModelName } from '@/gpu';
import { CellFrame, CellPicture } from '../cells/CellFrame';
import { useCell } from '../cells/use-cell';
import { usePanelWords } from '../i18n/PanelWords';
import { setBins, turnBin } from '../notebook/actions';
import { useActions, useNotebookState } from '../notebook/context';
import { MOST_BINS } from '../notebook/parts';
import { sameDistribution } from '../notebook/state';
import { Button } from '../ui/Button';
import { Segmented } from '../ui/Segmented';
import { tokenName } from '../ui/token';
import { writeU } from '../ui/unit-number';
import { BinsView } from './BinsView';
import { foundFor, withinBin } from './found-u';
import { glyph } from './one-shot';
import { PromptField } from './PromptField';
import { percent } from './rulers';
import { useHand } from './use-hand';

const PARTS = { names: ['bins'], tales: ['tales-bins'] } as const;

export function BinsPanel() {
  const words = usePanelWords('bins');
  const within = useNotebookState((state) => state.choices.bins);
  const { model } = within;
  const { commit } = useActions();
  const ui = usePanelWords('ui');
  const run = useNotebookState((state) => state.choices.runs[model]);
  const bins = useNotebookState((state) => state.bins[model]);
  const { config } = useNotebookState((state) => state.models[model]);
  const cell = useCell({
    ...{ id: 'bins', model, parts: PARTS[model], value: bins, own: ['bins'] },
    stale: !bins || !sameDistribution(bins.run, run),
  });
  const { move, around } = useHand();
  const found = useMemo(() => {
    return bins ? foundFor(encode(config, bins.run.prompt).slice(1), bins.cdfs, within) : [];
  }, [bins, config, within]);
  const same = found.every(({ token, writes }) => token === writes);
  return (
    <CellFrame
      cell={cell}
      title={words('title')}
      caption={words('caption')}
      table={{
        caption: words('table'),
        head: [words('text'), words('probability'), 'u', words('writes')],
        rows: found.map(({ token, probability, u, writes }) => [
          tokenName(ui, glyph(config, token)),
          (numbers) => percent(probability, numbers),
          (numbers) => writeU(u, numbers, 4),
          tokenName(ui, glyph(config, writes)),
        ]),
      }}
      first
    >
      <div className="joint-controls" data-top>
        <Segmented<ModelName>
          label={words('model')}
          value={model}
          options={[
            { value: 'names', label: words('names') },
            { value: 'tales', label: words('tales') },
          ]}
          onChange={(next) => commit((choices) => setBins(choices, { model: next }))}
        />
        <PromptField
          key={model}
          model={model}
          label={words('type')}
          placeholder={words('placeholder')}
        />
      </div>
      <CellPicture cell={cell} {...around}>
        <BinsView
          config={config}
          found={found}
          words={{ text: words('text'), ruler: words('ruler'), writes: words('writes') }}
          onTurn={(position, u) => {
            const here = found[position];
            if (!here) return;
            move((choices) => turnBin(choices, position, withinBin(here, u)));
          }}
        />
      </CellPicture>
      <div className="panel-controls">
        <Button
          icon="dice"
          look="main"
          onClick={() => commit((choices) => setBins(choices, { seed: within.seed + 1, set: {} }))}
        >
          {words('again')}
        </Button>
      </div>
      <p className="cell-reading" role="status">
        {words(found.length === 0 ? 'waiting' : same ? 'same' : 'impossible')}{' '}
        {run.prompt.length > MOST_BINS && words('cut', { count: MOST_BINS })}
      </p>
    </CellFrame>
  );
}
