'use client';
// Partial quadratic decoding, call by call: where its rows go, which branch the check keeps.

import './cells.css';
import { useCallback } from 'react';
import { CellFrame, CellPicture } from '../cells/CellFrame';
import { useCell } from '../cells/use-cell';
import { usePanelWords } from '../i18n/PanelWords';
import { setPlace } from '../notebook/actions';
import { useActions, useNotebookState } from '../notebook/context';
import { sameText } from '../notebook/state';
import type { TableData } from '../ui/DataTable';
import { Player } from '../ui/Player';
import { usePlayer } from '../ui/use-player';
import { percent } from './rulers';
import { TreeView } from './TreeView';
import { treeOf } from './tree';
import { useLight } from './use-lit';
import { useTales } from './use-tales';

const PARTS = ['tales'] as const;

export function TreePanel() {
  const words = usePanelWords('tree');
  const { config, run, traces, lit } = useTales();
  const onLight = useLight('tales');
  const trace = traces.pqd;
  const cell = useCell({
    ...{ id: 'tree', model: 'tales', parts: PARTS, value: trace, shown: trace?.run },
    ...{ stale: !trace || !sameText(trace.run, run), traces: [trace], own: ['call'] },
  });
  const { preview } = useActions();
  const asked = useNotebookState((state) => state.choices.call);
  const call = treeOf(config, trace, asked);
  const index = call?.index ?? 0;
  const count = trace?.steps.length ?? 0;
  const onIndex = useCallback(
    (next: number) => preview((choices) => setPlace(choices, 'call', next)),
    [preview],
  );
  const player = usePlayer(index, count, onIndex, 1600);
  const table: TableData | undefined = call && {
    caption: words('table', { call: index + 1 }),
    head: [words('outcome'), words('probability'), words('rowsSpent'), words('fate')],
    rows: (call.step.groups ?? []).map((size, ahead) => [
      words('outcomeIs', { drafts: ahead }),
      (numbers) => percent(call.weights[ahead] ?? 0, numbers),
      size,
      words(ahead === call.outcome ? 'keptShort' : 'droppedShort'),
    ]),
  };
  return (
    <CellFrame cell={cell} title={words('title')} caption={words('caption')} table={table}>
      <CellPicture cell={cell}>
        <Player
          {...player}
          label={words('player')}
          text={words('at', { call: index + 1, of: count })}
        />
        {call && (
          <>
            <TreeView
              config={config}
              step={call.step}
              tail={call.tail}
              last={call.last}
              weights={call.weights}
              lit={lit}
              onLight={onLight}
              words={{
                tree: words('tree'),
                kept: words('kept'),
                dropped: words('dropped'),
                passes: words('passes'),
              }}
            />
            <p className="cell-reading" role="status">
              {words('reading', {
                drafts: call.step.drafts.length,
                right: call.outcome,
                accepted: call.step.accepted,
                spent: call.spent,
                rows: call.step.rows,
              })}
            </p>
          </>
        )}
      </CellPicture>
    </CellFrame>
  );
}
