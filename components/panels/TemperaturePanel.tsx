'use client';
// Acceptance against temperature, connected. Recorded for the default prompt; measured behind the reader's own
// when asked for, and from then on whenever the prompt changes.

import './accept.css';
import './cells.css';
import { useState } from 'react';
import type { PanelWordsOf } from '../i18n/catalogue';
import { usePanelWords } from '../i18n/PanelWords';
import { useActions, useNotebookState } from '../notebook/context';
import { WARMTH } from '../notebook/parts';
import { isRecorded } from '../notebook/recorded';
import { Button } from '../ui/Button';
import type { TableData } from '../ui/DataTable';
import { PanelFrame } from '../ui/PanelFrame';
import { PromptField } from './PromptField';
import { Provenance, ProvenanceNote } from './Provenance';
import { TemperatureView } from './TemperatureView';
import { warmthOf } from './temperatures';

const ALL = WARMTH.methods.length * WARMTH.temperatures.length * WARMTH.seeds.length;

export function TemperaturePanel() {
  const words = usePanelWords('temperature');
  const names = usePanelWords('methods');
  const measured = useNotebookState((state) => state.temperatures);
  const status = useNotebookState((state) => state.models.tales.status);
  const prompt = useNotebookState((state) => state.choices.runs.tales.prompt);
  const { want } = useActions();
  const [asked, setAsked] = useState(false);
  const recorded = isRecorded(measured);
  const done = measured?.runs.length ?? 0;
  const here = measured?.run.prompt === prompt;
  const measuring = asked && status.kind !== 'failed' && (recorded || !here || done < ALL);
  const curves = measured ? warmthOf(measured.runs) : [];
  return (
    <PanelFrame
      id="temperature"
      title={words('title')}
      caption={words('caption')}
      status={
        <Provenance
          model="tales"
          status={status}
          recorded={recorded}
          stale={measuring && !recorded}
        />
      }
      table={tableOf(curves, words, names)}
    >
      {measured && (
        <TemperatureView
          curves={curves}
          words={{
            temperature: words('across'),
            accepted: words('accepted'),
            bits: words('bits'),
            picture: words('picture'),
          }}
        />
      )}
      {measured && (
        <p className="cell-reading" role="status">
          {words(recorded ? 'recorded' : 'measured', {
            runs: done,
            all: ALL,
            tokens: measured.run.tokens,
            prompt: measured.run.prompt,
          })}
        </p>
      )}
      <div className="panel-controls">
        <PromptField model="tales" label={words('prompt')} />
        <Button
          look="main"
          disabled={asked && status.kind !== 'failed'}
          onClick={() => {
            setAsked(true);
            want('temperatures');
          }}
        >
          {words(measuring ? 'measuring' : asked && !recorded ? 'done' : 'measure')}
        </Button>
      </div>
      <ProvenanceNote model="tales" recorded={recorded} first />
    </PanelFrame>
  );
}

function tableOf(
  curves: ReturnType<typeof warmthOf>,
  words: PanelWordsOf<'temperature'>,
  names: PanelWordsOf<'methods'>,
): TableData {
  const rows = curves.flatMap(({ method, places }) =>
    places.map(({ temperature, mean, low, high, rounds, bits }) => [
      names(`${method}.label`),
      temperature,
      mean.toFixed(2),
      `${low.toFixed(2)} – ${high.toFixed(2)}`,
      rounds,
      bits.toFixed(2),
    ]),
  );
  const head = ['method', 'across', 'accepted', 'runs', 'rounds', 'bits'] as const;
  return { caption: words('table'), head: head.map((key) => words(key)), rows };
}
