'use client';
// The cover, connected: the names model, its dials, and the dice. Its picture is CoverView.

import './cover.css';
import { useEffect, useState } from 'react';
import { CellMenu } from '../cells/CellMenu';
import { Pins } from '../cells/Pins';
import { useCell } from '../cells/use-cell';
import { usePanelWords } from '../i18n/PanelWords';
import { turn } from '../notebook/actions';
import { useNotebookState } from '../notebook/context';
import { CoverView } from './CoverView';
import { DiceRow } from './DiceRow';
import { Provenance, ProvenanceNote } from './Provenance';
import { TemperatureNote } from './TemperatureField';
import { useHand } from './use-hand';
import { useLight } from './use-lit';
import { isStale, useNames } from './use-names';

const PARTS = ['names'] as const;

/** As long as the slowest animation in cover.css. */
const THROW_MS = 1600;

export function Cover() {
  const cellWords = usePanelWords('cell');
  const words = usePanelWords('cover');
  const shared = usePanelWords('notebook');
  const names = useNames();
  const cell = useCell({
    ...{ id: 'cover', model: 'names', parts: PARTS, value: names.ar, shown: names.ar?.run },
    ...{ stale: isStale(names), traces: [names.ar, names.ptp, names.independent] },
  });
  const { recorded } = cell;
  const onLight = useLight('names');
  const { move, around } = useHand();
  const chosen = useNotebookState((state) => state.choices.runs.names);
  const fresh = useFresh();
  return (
    <div
      id={cell.id}
      ref={cell.place}
      className="cover-panel"
      data-stale={cell.stale || undefined}
      data-fresh={fresh || undefined}
      {...around}
    >
      <CoverView
        {...names}
        onTurn={(position, u) => move((choices) => turn(choices, 'names', position, u))}
        onLight={onLight}
      />
      <p className="cover-times">
        {words('times', { where: shared(recorded ? 'elsewhere' : 'here') })}
      </p>
      <TemperatureNote config={names.config} temperature={chosen.sampling.temperature} />
      <div className="cover-foot">
        <DiceRow model="names" run={chosen} />
        <span className="cell-signs">
          <Provenance {...cell} />
          <CellMenu cell={cell} title={cellWords('cover')} />
        </span>
      </div>
      <Pins cell={cell} />
      <ProvenanceNote model="names" recorded={recorded} shown={names.ar?.run} first />
    </div>
  );
}

/** True for the first moments: the one throw that plays by itself. */
function useFresh(): boolean {
  const [fresh, setFresh] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setFresh(false), THROW_MS);
    return () => clearTimeout(timer);
  }, []);
  return fresh;
}
