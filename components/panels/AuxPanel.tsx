'use client';
// Auxiliary variables, connected: the names model, a ruler for each position. Its picture is AuxView.

import './aux.css';
import { CellFrame, CellPicture } from '../cells/CellFrame';
import { useCell } from '../cells/use-cell';
import type { PanelWordsOf } from '../i18n/catalogue';
import type { Numbers } from '../i18n/numbers';
import { usePanelWords } from '../i18n/PanelWords';
import { turn } from '../notebook/actions';
import { useNotebookState } from '../notebook/context';
import type { TableData } from '../ui/DataTable';
import { tokenName } from '../ui/token';
import { writeU } from '../ui/unit-number';
import { AuxView } from './AuxView';
import { DiceRow } from './DiceRow';
import { glyph } from './one-shot';
import { binsOf, percent, widest } from './rulers';
import { TemperatureNote } from './TemperatureField';
import { useHand } from './use-hand';
import { useLight } from './use-lit';
import { isStale, type NamesView, useNames } from './use-names';

const PARTS = ['names'] as const;

export function AuxPanel() {
  const words = usePanelWords('aux');
  const ui = usePanelWords('ui');
  const names = useNames();
  const cell = useCell({
    ...{ id: 'aux', model: 'names', parts: PARTS, value: names.ar, shown: names.ar?.run },
    ...{ stale: isStale(names), traces: [names.ar, names.ptp] },
  });
  const onLight = useLight('names');
  const { move, around } = useHand();
  const chosen = useNotebookState((state) => state.choices.runs.names);
  return (
    <CellFrame
      cell={cell}
      title={words('title')}
      caption={words('caption')}
      table={tableOf(names, words, ui)}
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
      <TemperatureNote config={names.config} temperature={chosen.sampling.temperature} />
    </CellFrame>
  );
}

function tableOf(
  { ar, config, u }: NamesView,
  words: PanelWordsOf<'aux'>,
  ui: PanelWordsOf<'ui'>,
): TableData {
  const name = (token: number) => tokenName(ui, glyph(config, token));
  const rows = (ar?.steps ?? []).map(({ checkCdfs: [cdf], checks: [check] }, k) => {
    const bins = cdf ? binsOf(cdf) : [];
    const picked = bins.find(({ token }) => token === check);
    const best = (numbers: Numbers) =>
      widest(bins, 6)
        .map(({ token, from, to }) => `${name(token)} ${percent(to - from, numbers)}`)
        .join(', ');
    return [
      k + 1,
      (numbers: Numbers) => writeU(u[k] ?? 0, numbers),
      check === undefined ? '' : name(check),
      picked ? (numbers: Numbers) => percent(picked.to - picked.from, numbers) : '',
      best,
    ];
  });
  return {
    caption: words('table'),
    head: [words('position'), 'u', words('picks'), words('probability'), words('mostProbable')],
    rows,
  };
}
