'use client';
// Dependent or independent, connected: the names model, its squares and its draws. Picture: DependentView.

import './dependent.css';
import { CellFrame, CellPicture } from '../cells/CellFrame';
import { useCell } from '../cells/use-cell';
import type { PanelWordsOf } from '../i18n/catalogue';
import type { Numbers } from '../i18n/numbers';
import { usePanelWords } from '../i18n/PanelWords';
import { moreDraws, turn } from '../notebook/actions';
import { useActions, useNotebookState } from '../notebook/context';
import { DRAWS, type Measure, type Squares, sameDistribution } from '../notebook/state';
import { Button } from '../ui/Button';
import type { TableData } from '../ui/DataTable';
import { DependentView } from './DependentView';
import { PromptField } from './PromptField';
import { percent } from './rulers';
import { partings } from './square';
import { useHand } from './use-hand';
import { useLight } from './use-lit';
import { useNames } from './use-names';

const PARTS = ['names', 'squares', 'draws'] as const;

export function DependentPanel() {
  const words = usePanelWords('dependent');
  const { config, u, lit } = useNames();
  const onLight = useLight('names');
  const run = useNotebookState((state) => state.choices.runs.names);
  const squares = useNotebookState((state) => state.squares);
  const drawn = useNotebookState((state) => state.drawn);
  const { commit } = useActions();
  const cell = useCell({
    ...{ id: 'dependent', model: 'names', parts: PARTS, value: squares, own: ['draws'] },
    measures: squares ? sharesOf(squares, words) : [],
    stale: !squares || squares.coarse || !sameDistribution(squares.run, run),
  });
  const { move, around } = useHand();
  return (
    <CellFrame
      cell={cell}
      title={words('title')}
      caption={words('caption')}
      table={squares ? tableOf(squares, words) : undefined}
    >
      <CellPicture cell={cell} {...around}>
        <DependentView
          config={config}
          squares={squares}
          drawn={drawn}
          at={{ u1: u[0] ?? 0, u2: u[1] ?? 0 }}
          lit={lit}
          onLight={onLight}
          onMove={({ u1, u2 }) => {
            move((choices) => turn(turn(choices, 'names', 0, u1), 'names', 1, u2));
          }}
        />
      </CellPicture>
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
    </CellFrame>
  );
}

/** How often each method leads to another pair than one at a time. */
function sharesOf(
  { teacher, ptp, independent }: Squares,
  words: PanelWordsOf<'dependent'>,
): Measure[] {
  const share = (grid: typeof ptp) => (numbers: Numbers) =>
    percent(partings(grid, teacher) / teacher.first.length, numbers);
  return [
    { name: words('pinnedPtp'), value: share(ptp) },
    { name: words('pinnedIndependent'), value: share(independent) },
  ];
}

function tableOf(
  { teacher, ptp, independent }: Squares,
  words: PanelWordsOf<'dependent'>,
): TableData {
  const points = teacher.first.length;
  const row = (name: string, grid: typeof ptp) => {
    const count = partings(grid, teacher);
    return [name, points, count, (numbers: Numbers) => percent(count / points, numbers)];
  };
  return {
    caption: words('table'),
    head: [words('method'), words('points'), words('otherPair'), words('share')],
    rows: [row(words('ptp'), ptp), row(words('independent'), independent)],
  };
}
