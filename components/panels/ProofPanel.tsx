'use client';
// Both theorems, to step through with real numbers: the names model's own distributions and picks.

import './cells.css';
import { useCallback } from 'react';
import { CellFrame, CellPicture } from '../cells/CellFrame';
import { useCell } from '../cells/use-cell';
import { usePanelWords } from '../i18n/PanelWords';
import { setPlace } from '../notebook/actions';
import { useActions, useNotebookState } from '../notebook/context';
import { Player } from '../ui/Player';
import { tokenName } from '../ui/token';
import { writeU } from '../ui/unit-number';
import { usePlayer } from '../ui/use-player';
import { DiceRow } from './DiceRow';
import { glyph } from './one-shot';
import { ProofView } from './ProofView';
import { PROOF } from './proof';
import { useLight } from './use-lit';
import { isStale, useNames } from './use-names';

const PARTS = ['names'] as const;

export function ProofPanel() {
  const words = usePanelWords('proof');
  const ui = usePanelWords('ui');
  const names = useNames();
  const { config, u, ar, run } = names;
  const cell = useCell({
    ...{ id: 'proof', model: 'names', parts: PARTS, value: ar, shown: ar?.run },
    ...{ stale: isStale(names), traces: [ar], own: ['proof'] },
  });
  const onLight = useLight('names');
  const { preview } = useActions();
  const asked = useNotebookState((state) => state.choices.proof);
  const index = Math.min(asked, PROOF.length - 1);
  const onIndex = useCallback(
    (next: number) => preview((choices) => setPlace(choices, 'proof', next)),
    [preview],
  );
  const player = usePlayer(index, PROOF.length, onIndex, 3200);
  const step = PROOF[index];
  const letter = (k: number) => tokenName(ui, glyph(config, ar?.steps[k]?.checks[0] ?? null));
  const number = (k: number) => writeU(u[k] ?? 0, words);
  const values = {
    ...{ t1: letter(0), t2: letter(1), t3: letter(2) },
    ...{ u1: number(0), u2: number(1), u3: number(2) },
  };
  return (
    <CellFrame
      cell={cell}
      title={words('title')}
      caption={words('caption')}
      table={{
        caption: words('table'),
        head: [words('step'), words('sentence')],
        rows: PROOF.map(({ says }, k) => [k + 1, words(says, values)]),
      }}
      first
    >
      <CellPicture cell={cell}>
        <Player {...player} label={words('player')} />
        {ar && (
          <ProofView
            config={config}
            ar={ar}
            u={u}
            index={index}
            label={words('picture')}
            text={run.prompt || words('start')}
            lit={names.lit}
            onLight={onLight}
          />
        )}
        <p className="cell-reading proof-says" role="status">
          {step && words(step.says, values)}
        </p>
      </CellPicture>
      <div className="panel-controls">
        <DiceRow model="names" run={run} />
      </div>
    </CellFrame>
  );
}
