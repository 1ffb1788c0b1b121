'use client';
// The cover, connected: the names model, its dials, and the dice. Its picture is CoverView.

import './cover.css';
import { useEffect, useRef, useState } from 'react';
import { usePanelWords } from '../i18n/PanelWords';
import { turn } from '../notebook/actions';
import { useLasting, useNotebookState } from '../notebook/context';
import { isRecorded } from '../notebook/recorded';
import { CoverView } from './CoverView';
import { DiceRow } from './DiceRow';
import { Provenance, ProvenanceNote } from './Provenance';
import { useHand } from './use-hand';
import { isStale, useLight, useNames } from './use-names';
import { useWake } from './use-wake';

/** As long as the slowest animation in cover.css. */
const THROW_MS = 1600;

export function Cover() {
  const words = usePanelWords('cover');
  const shared = usePanelWords('notebook');
  const names = useNames();
  const status = useNotebookState((state) => state.models.names.status);
  const place = useRef<HTMLDivElement>(null);
  const onLoad = useWake(place, ['names']);
  const onLight = useLight();
  const { move, around } = useHand();
  const chosen = useNotebookState((state) => state.choices.runs.names);
  const recorded = isRecorded(names.ar);
  const stale = useLasting(isStale(names));
  const fresh = useFresh();
  return (
    <div
      ref={place}
      className="cover-panel"
      data-stale={stale || undefined}
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
      <div className="cover-foot">
        <DiceRow model="names" run={chosen} />
        <Provenance
          model="names"
          status={status}
          recorded={recorded}
          stale={stale}
          onLoad={onLoad}
        />
      </div>
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
