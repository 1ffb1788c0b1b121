'use client';
// A busy server, calculated: what the measured calls leave of each method's gain when several texts share
// them. Connected to the costs of CostPanel and the runs of the race.

import './accept.css';
import './cells.css';
import { useMemo } from 'react';
import { CellFrame, CellPicture } from '../cells/CellFrame';
import { useCell } from '../cells/use-cell';
import { rounded } from '../i18n/numbers';
import { usePanelWords } from '../i18n/PanelWords';
import { useNotebookState } from '../notebook/context';
import { BatchView } from './BatchView';
import { SHARED, speedsOf } from './batch';
import { useTales } from './use-tales';

const PARTS = ['costs'] as const;

export function BatchPanel() {
  const words = usePanelWords('batch');
  const names = usePanelWords('methods');
  const costs = useNotebookState((state) => state.costs);
  const { traces } = useTales();
  const curves = useMemo(() => speedsOf(traces, costs?.calls ?? []), [costs, traces]);
  const cell = useCell({
    ...{ id: 'batch', model: 'tales', parts: PARTS, value: costs, stale: false, asked: true },
    traces: SHARED.map((method) => traces[method]),
  });
  return (
    <CellFrame
      cell={cell}
      title={words('title')}
      caption={words('caption')}
      table={{
        caption: words('table'),
        head: [words('method'), words('texts'), words('speed')],
        rows: curves.flatMap(({ method, gains }) =>
          gains.map(({ texts, speed }) => [names(`${method}.label`), texts, rounded(speed, 2)]),
        ),
      }}
    >
      <CellPicture cell={cell}>
        <BatchView
          curves={curves}
          words={{
            texts: words('texts'),
            speed: words('speed'),
            even: words('even'),
            picture: words('picture'),
          }}
        />
      </CellPicture>
      {costs && (
        <p className="cell-reading" role="status">
          {words(cell.recorded ? 'recorded' : 'measured', { device: costs.device })}
        </p>
      )}
    </CellFrame>
  );
}
