'use client';
// Both theorems, to step through with real numbers: the names model's own distributions and picks.

import './cells.css';
import { useRef, useState } from 'react';
import { usePanelWords } from '../i18n/PanelWords';
import { useLasting, useNotebookState } from '../notebook/context';
import { isRecorded } from '../notebook/recorded';
import { PanelFrame } from '../ui/PanelFrame';
import { Player } from '../ui/Player';
import { tokenName } from '../ui/token';
import { writeU } from '../ui/unit-number';
import { usePlayer } from '../ui/use-player';
import { DiceRow } from './DiceRow';
import { glyph } from './one-shot';
import { ProofView } from './ProofView';
import { Provenance, ProvenanceNote } from './Provenance';
import { PROOF } from './proof';
import { isStale, useNames } from './use-names';
import { useWake } from './use-wake';

export function ProofPanel() {
  const words = usePanelWords('proof');
  const ui = usePanelWords('ui');
  const names = useNames();
  const { config, u, ar, run } = names;
  const status = useNotebookState((state) => state.models.names.status);
  const place = useRef<HTMLDivElement>(null);
  const onLoad = useWake(place, ['names']);
  const recorded = isRecorded(ar);
  const stale = useLasting(isStale(names));
  const [index, setIndex] = useState(0);
  const player = usePlayer(index, PROOF.length, setIndex, 3200);
  const step = PROOF[index];
  const letter = (k: number) => tokenName(ui, glyph(config, ar?.steps[k]?.checks[0] ?? null));
  const values = {
    ...{ t1: letter(0), t2: letter(1), t3: letter(2) },
    ...{ u1: writeU(u[0] ?? 0), u2: writeU(u[1] ?? 0), u3: writeU(u[2] ?? 0) },
  };
  return (
    <PanelFrame
      id="proof"
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
      table={{
        caption: words('table'),
        head: [words('step'), words('sentence')],
        rows: PROOF.map(({ says }, k) => [k + 1, words(says, values)]),
      }}
    >
      <div ref={place} data-stale={stale || undefined}>
        <Player {...player} label={words('player')} />
        {ar && (
          <ProofView
            config={config}
            ar={ar}
            u={u}
            index={index}
            label={words('picture')}
            text={run.prompt || words('start')}
          />
        )}
        <p className="cell-reading proof-says" role="status">
          {step && words(step.says, values)}
        </p>
      </div>
      <div className="panel-controls">
        <DiceRow model="names" run={run} />
      </div>
      <ProvenanceNote model="names" recorded={recorded} first />
    </PanelFrame>
  );
}
