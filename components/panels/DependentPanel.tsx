'use client';
// Dependent or independent, connected: the names model, its squares and its draws. Picture: DependentView.

import './dependent.css';
import { useRef } from 'react';
import type { PanelWordsOf } from '../i18n/catalogue';
import { usePanelWords } from '../i18n/PanelWords';
import { moreDraws, turn } from '../notebook/actions';
import { useActions, useLasting, useNotebookState } from '../notebook/context';
import { isRecorded } from '../notebook/recorded';
import { DRAWS, type Squares, sameDistribution } from '../notebook/state';
import { Button } from '../ui/Button';
import type { TableData } from '../ui/DataTable';
import { PanelFrame } from '../ui/PanelFrame';
import { DependentView } from './DependentView';
import { PromptField } from './PromptField';
import { Provenance, ProvenanceNote } from './Provenance';
import { percent } from './rulers';
import { partings } from './square';
import { useHand } from './use-hand';
import { useNames } from './use-names';
import { useWake } from './use-wake';

export function DependentPanel() {
  const words = usePanelWords('dependent');
  const { config, u } = useNames();
  const run = useNotebookState((state) => state.choices.runs.names);
  const status = useNotebookState((state) => state.models.names.status);
  const squares = useNotebookState((state) => state.squares);
  const drawn = useNotebookState((state) => state.drawn);
  const { commit } = useActions();
  const place = useRef<HTMLDivElement>(null);
  const onLoad = useWake(place, ['names', 'squares', 'draws']);
  const { move, around } = useHand();
  const recorded = isRecorded(squares);
  const stale = useLasting(!squares || squares.coarse || !sameDistribution(squares.run, run));
  return (
    <PanelFrame
      id="dependent"
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
      table={squares ? tableOf(squares, words) : undefined}
    >
      <div ref={place} data-stale={stale || undefined} {...around}>
        <DependentView
          config={config}
          squares={squares}
          drawn={drawn}
          at={{ u1: u[0] ?? 0, u2: u[1] ?? 0 }}
          onMove={({ u1, u2 }) => {
            move((choices) => turn(turn(choices, 'names', 0, u1), 'names', 1, u2));
          }}
        />
      </div>
      <div className="panel-controls dice-row">
        <Button icon="dice" onClick={() => commit(moreDraws)}>
          {words('otherSeeds', { count: DRAWS })}
        </Button>
      </div>
      <p className="text-soft text-sm">{words('chance', { draws: DRAWS })}</p>
      <div className="panel-controls">
        <PromptField model="names" label={words('begin')} placeholder={words('anyLetter')} />
      </div>
      <p className="text-soft text-sm">{words('wholeNames')}</p>
      <ProvenanceNote model="names" recorded={recorded} />
    </PanelFrame>
  );
}

function tableOf(
  { teacher, ptp, independent }: Squares,
  words: PanelWordsOf<'dependent'>,
): TableData {
  const points = teacher.first.length;
  const row = (name: string, grid: typeof ptp) => {
    const count = partings(grid, teacher);
    return [name, points, count, percent(count / points)];
  };
  return {
    caption: words('table'),
    head: [words('method'), words('points'), words('otherPair'), words('share')],
    rows: [row(words('ptp'), ptp), row(words('independent'), independent)],
  };
}
