'use client';
// Auxiliary variables, connected: the names model, a ruler for each position. Its picture is AuxView.

import './aux.css';
import { CellFrame, CellPicture } from '../cells/CellFrame';
import { useCell } from '../cells/use-cell';
import { turn } from '../notebook/actions';
import { useNotebookState } from '../notebook/context';
import type { TableData } from '../ui/DataTable';
import { tokenName } from '../ui/token';
import { writeU } from '../ui/unit-number';
import { AuxView } from './AuxView';
import { DiceRow } from './DiceRow';
import { glyph } from './one-shot';
import { binsOf, percent, widest } from './rulers';
import { useHand } from './use-hand';
import { isStale, type NamesView, useLight, useNames } from './use-names';

const PARTS = ['names'] as const;

export function AuxPanel() {
  const names = useNames();
  const cell = useCell({
    ...{ id: 'aux', model: 'names', parts: PARTS, value: names.ar, shown: names.ar?.run },
    ...{ stale: isStale(names), traces: [names.ar, names.ptp] },
  });
  const onLight = useLight();
  const { move, around } = useHand();
  const chosen = useNotebookState((state) => state.choices.runs.names);
  return (
    <CellFrame
      cell={cell}
      title="One random number for each letter"
      caption="A ruler for each position, cut into letters by the model, given the letters above it. The amber handle is u; the bin under it is the letter. Drag one: its letter and those below may change, those above never do. The column PTP is drafted in one call."
      table={tableOf(names)}
    >
      <CellPicture cell={cell} {...around}>
        <AuxView
          {...names}
          onTurn={(position, u) => move((choices) => turn(choices, 'names', position, u))}
          onLight={onLight}
        />
      </CellPicture>
      <div className="panel-controls">
        <DiceRow model="names" run={chosen} />
      </div>
    </CellFrame>
  );
}

function tableOf({ ar, config, u }: NamesView): TableData {
  const name = (token: number) => tokenName(glyph(config, token));
  const rows = (ar?.steps ?? []).map(({ checkCdfs: [cdf], checks: [check] }, k) => {
    const bins = cdf ? binsOf(cdf) : [];
    const picked = bins.find(({ token }) => token === check);
    const best = widest(bins, 6).map(
      ({ token, from, to }) => `${name(token)} ${percent(to - from)}`,
    );
    return [
      k + 1,
      writeU(u[k] ?? 0),
      check === undefined ? '' : name(check),
      picked ? percent(picked.to - picked.from) : '',
      best.join(', '),
    ];
  });
  return {
    caption:
      'For each position: u, the letter it picks, its probability, the most probable letters',
    head: ['position', 'u', 'picks', 'probability', 'most probable'],
    rows,
  };
}
