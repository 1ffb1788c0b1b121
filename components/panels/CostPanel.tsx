'use client';
// What a call costs on the reader's own device, connected. Measured when asked for, recorded before.

import './cells.css';
import { CellFrame, CellPicture } from '../cells/CellFrame';
import { useCell } from '../cells/use-cell';
import type { PanelWordsOf } from '../i18n/catalogue';
import { between, rounded } from '../i18n/numbers';
import { usePanelWords } from '../i18n/PanelWords';
import { useActions, useNotebookState } from '../notebook/context';
import { Button } from '../ui/Button';
import type { TableData } from '../ui/DataTable';
import { CostChart } from './CostChart';
import { type Width, widthsOf } from './costs';

const PARTS = ['costs'] as const;

export function CostPanel() {
  const words = usePanelWords('cost');
  const costs = useNotebookState((state) => state.costs);
  const measuring = useNotebookState((state) => state.parts.costs === 'running');
  const { again } = useActions();
  const widths = costs ? widthsOf(costs.calls) : [];
  const cell = useCell({
    ...{ id: 'cost', model: 'tales', parts: PARTS, value: costs, stale: measuring, asked: true },
    measures: widths.map(({ rows, ms }) => ({
      name: words('pinned', { rows }),
      value: rounded(ms, 2),
    })),
  });
  const { recorded } = cell;
  const first = widths[0];
  const last = widths.at(-1);
  return (
    <CellFrame
      cell={cell}
      title={words('title')}
      caption={words('caption')}
      table={tableOf(widths, words)}
      first
    >
      <CellPicture cell={cell}>
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
      </CellPicture>
      {costs && first && last && (
        <p className="cell-reading" role="status">
          {words(recorded ? 'recorded' : 'measured', { device: costs.device })}{' '}
          {words('reading', {
            rows: last.rows,
            times: words.number(last.ms / first.ms, 1),
            share: ((100 * last.ms) / first.ms / last.rows).toFixed(0),
          })}
        </p>
      )}
      <div className="panel-controls">
        <Button look="main" disabled={measuring} onClick={() => again('costs')}>
          {words(measuring ? 'measuring' : recorded ? 'measure' : 'measureAgain')}
        </Button>
      </div>
    </CellFrame>
  );
}

function tableOf(widths: readonly Width[], words: PanelWordsOf<'cost'>): TableData {
  const rows = widths.map(({ rows: count, ms, low, high }) => {
    return [count, rounded(ms, 2), between(low, high), rounded(ms / count, 3)];
  });
  const head = [words('headRows'), words('headMs'), words('headHalf'), words('headEach')];
  return { caption: words('table'), head, rows };
}
