'use client';
// Auxiliary variables, connected: the names model, a ruler for each position. Its picture is AuxView.

import './aux.css';
import { useRef } from 'react';
import type { PanelWordsOf } from '../i18n/catalogue';
import { usePanelWords } from '../i18n/PanelWords';
import { turn } from '../notebook/actions';
import { useLasting, useNotebookState } from '../notebook/context';
import { isRecorded } from '../notebook/recorded';
import type { TableData } from '../ui/DataTable';
import { PanelFrame } from '../ui/PanelFrame';
import { tokenName } from '../ui/token';
import { writeU } from '../ui/unit-number';
import { AuxView } from './AuxView';
import { DiceRow } from './DiceRow';
import { glyph } from './one-shot';
import { Provenance, ProvenanceNote } from './Provenance';
import { binsOf, percent, widest } from './rulers';
import { useHand } from './use-hand';
import { isStale, type NamesView, useLight, useNames } from './use-names';
import { useWake } from './use-wake';

export function AuxPanel() {
  const words = usePanelWords('aux');
  const ui = usePanelWords('ui');
  const names = useNames();
  const status = useNotebookState((state) => state.models.names.status);
  const place = useRef<HTMLDivElement>(null);
  const onLoad = useWake(place, ['names']);
  const onLight = useLight();
  const { move, around } = useHand();
  const chosen = useNotebookState((state) => state.choices.runs.names);
  const recorded = isRecorded(names.ar);
  const stale = useLasting(isStale(names));
  return (
    <PanelFrame
      id="aux"
      title={words('title')}
      caption={words('caption')}
      status={
        <Provenance
          model="names"
          status={status}
          recorded={recorded}
          stale={stale}
          onLoad={onLoad}
        />
      }
      table={tableOf(names, words, ui)}
    >
      <div ref={place} data-stale={stale || undefined} {...around}>
        <AuxView
          {...names}
          onTurn={(position, u) => move((choices) => turn(choices, 'names', position, u))}
          onLight={onLight}
        />
      </div>
      <div className="panel-controls">
        <DiceRow model="names" run={chosen} />
      </div>
      <ProvenanceNote model="names" recorded={recorded} shown={names.ar?.run} />
    </PanelFrame>
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
    caption: words('table'),
    head: [words('position'), 'u', words('picks'), words('probability'), words('mostProbable')],
    rows,
  };
}
