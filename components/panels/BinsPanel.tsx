'use client';
// Numbers for a given text, connected: the reader's text, the teacher's bins of its tokens, a u in each.

import './aux.css';
import './cells.css';
import { useMemo, useRef, useState } from 'react';
import { encode, type ModelName } from '@/gpu';
import { usePanelWords } from '../i18n/PanelWords';
import { useLasting, useNotebookState } from '../notebook/context';
import { MOST_BINS } from '../notebook/parts';
import { isRecorded } from '../notebook/recorded';
import { sameDistribution } from '../notebook/state';
import { Button } from '../ui/Button';
import { PanelFrame } from '../ui/PanelFrame';
import { Segmented } from '../ui/Segmented';
import { tokenName } from '../ui/token';
import { writeU } from '../ui/unit-number';
import { BinsView } from './BinsView';
import { foundFor, type Within, withinBin } from './found-u';
import { glyph } from './one-shot';
import { PromptField } from './PromptField';
import { Provenance, ProvenanceNote } from './Provenance';
import { percent } from './rulers';
import { useWake } from './use-wake';

const PARTS = { names: ['bins'], tales: ['tales-bins'] } as const;

export function BinsPanel() {
  const words = usePanelWords('bins');
  const ui = usePanelWords('ui');
  const [model, setModel] = useState<ModelName>('tales');
  const [within, setWithin] = useState<Within>({ seed: 1, set: {} });
  const run = useNotebookState((state) => state.choices.runs[model]);
  const bins = useNotebookState((state) => state.bins[model]);
  const { status, config } = useNotebookState((state) => state.models[model]);
  const place = useRef<HTMLDivElement>(null);
  const onLoad = useWake(place, PARTS[model]);
  const recorded = isRecorded(bins);
  const stale = useLasting(!bins || !sameDistribution(bins.run, run));
  const found = useMemo(() => {
    return bins ? foundFor(encode(config, bins.run.prompt).slice(1), bins.cdfs, within) : [];
  }, [bins, config, within]);
  const same = found.every(({ token, writes }) => token === writes);
  return (
    <PanelFrame
      id="bins"
      title={words('title')}
      caption={words('caption')}
      status={
        <Provenance
          model={model}
          status={status}
          recorded={recorded}
          stale={stale}
          onLoad={onLoad}
        />
      }
      table={{
        caption: words('table'),
        head: [words('text'), words('probability'), 'u', words('writes')],
        rows: found.map(({ token, probability, u, writes }) => [
          tokenName(ui, glyph(config, token)),
          percent(probability),
          writeU(u, 4),
          tokenName(ui, glyph(config, writes)),
        ]),
      }}
    >
      <div className="joint-controls" data-top>
        <Segmented<ModelName>
          label={words('model')}
          value={model}
          options={[
            { value: 'names', label: words('names') },
            { value: 'tales', label: words('tales') },
          ]}
          onChange={setModel}
        />
        <PromptField
          key={model}
          model={model}
          label={words('type')}
          placeholder={words('placeholder')}
        />
      </div>
      <div ref={place} data-stale={stale || undefined}>
        <BinsView
          config={config}
          found={found}
          words={{ text: words('text'), ruler: words('ruler'), writes: words('writes') }}
          onTurn={(position, u) => {
            const here = found[position];
            if (!here) return;
            setWithin(({ seed, set }) => {
              return { seed, set: { ...set, [position]: withinBin(here, u) } };
            });
          }}
        />
      </div>
      <div className="panel-controls">
        <Button
          icon="dice"
          look="main"
          onClick={() => setWithin(({ seed }) => ({ seed: seed + 1, set: {} }))}
        >
          {words('again')}
        </Button>
      </div>
      <p className="cell-reading" role="status">
        {words(found.length === 0 ? 'waiting' : same ? 'same' : 'impossible')}{' '}
        {run.prompt.length > MOST_BINS && words('cut', { count: MOST_BINS })}
      </p>
      <ProvenanceNote model={model} recorded={recorded} first />
    </PanelFrame>
  );
}
