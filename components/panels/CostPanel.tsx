'use client';
// What a call costs on the reader's own device, connected. Measured when asked for, recorded before.

import './cells.css';
import { useState } from 'react';
import type { PanelWordsOf } from '../i18n/catalogue';
import { usePanelWords } from '../i18n/PanelWords';
import { useActions, useNotebookState } from '../notebook/context';
import { COST_ROUNDS, WIDTHS } from '../notebook/parts';
import { isRecorded } from '../notebook/recorded';
import { Button } from '../ui/Button';
import type { TableData } from '../ui/DataTable';
import { PanelFrame } from '../ui/PanelFrame';
import { CostChart } from './CostChart';
import { type Width, widthsOf } from './costs';
import { Provenance, ProvenanceNote } from './Provenance';

const ALL = WIDTHS.length * COST_ROUNDS;

export function CostPanel() {
  const words = usePanelWords('cost');
  const costs = useNotebookState((state) => state.costs);
  const status = useNotebookState((state) => state.models.tales.status);
  const { want } = useActions();
  const [asked, setAsked] = useState(false);
  const recorded = isRecorded(costs);
  const widths = costs ? widthsOf(costs.calls) : [];
  const measuring =
    asked && status.kind !== 'failed' && (recorded || (costs?.calls.length ?? 0) < ALL);
  const first = widths[0];
  const last = widths.at(-1);
  return (
    <PanelFrame
      id="cost"
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
      table={tableOf(widths, words)}
    >
      {costs && (
        <CostChart
          widths={widths}
          words={{
            rows: words('rows'),
            ms: words('ms'),
            alone: words('alone'),
            picture: words('picture', { device: costs.device }),
          }}
        />
      )}
      {costs && first && last && (
        <p className="cell-reading" role="status">
          {words(recorded ? 'recorded' : 'measured', { device: costs.device })}{' '}
          {words('reading', {
            rows: last.rows,
            times: (last.ms / first.ms).toFixed(1),
            share: ((100 * last.ms) / first.ms / last.rows).toFixed(0),
          })}
        </p>
      )}
      <div className="panel-controls">
        <Button
          look="main"
          disabled={asked && status.kind !== 'failed'}
          onClick={() => {
            setAsked(true);
            want('costs');
          }}
        >
          {measuring ? words('measuring') : asked && !recorded ? words('done') : words('measure')}
        </Button>
      </div>
      <ProvenanceNote model="tales" recorded={recorded} first />
    </PanelFrame>
  );
}

function tableOf(widths: readonly Width[], words: PanelWordsOf<'cost'>): TableData {
  const rows = widths.map(({ rows: count, ms, low, high }) => {
    return [
      count,
      ms.toFixed(2),
      `${low.toFixed(2)} – ${high.toFixed(2)}`,
      (ms / count).toFixed(3),
    ];
  });
  const head = [words('headRows'), words('headMs'), words('headHalf'), words('headEach')];
  return { caption: words('table'), head, rows };
}
