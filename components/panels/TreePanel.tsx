'use client';
// Partial quadratic decoding, call by call: where its rows go, which branch the check keeps.

import './cells.css';
import { useCallback } from 'react';
import { encode, outcomeWeights } from '@/gpu';
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
import { useTales } from './use-tales';

const PARTS = ['tales'] as const;

export function TreePanel() {
  const words = usePanelWords('tree');
  const { config, run, traces } = useTales();
  const trace = traces.pqd;
  const cell = useCell({
    ...{ id: 'tree', model: 'tales', parts: PARTS, value: trace, shown: trace?.run },
    ...{ stale: !trace || !sameText(trace.run, run), traces: [trace], own: ['call'] },
  });
  const { preview } = useActions();
  const steps = trace?.steps ?? [];
  const asked = useNotebookState((state) => state.choices.call);
  const index = Math.min(asked, Math.max(0, steps.length - 1));
  const onIndex = useCallback(
    (next: number) => preview((choices) => setPlace(choices, 'call', next)),
    [preview],
  );
  const player = usePlayer(index, steps.length, onIndex, 1600);
  const step = steps[index];
  const weights = step ? outcomeWeights(step.confidences) : [];
  const before = steps.slice(0, index).flatMap(({ checks, accepted }) => checks.slice(0, accepted));
  const last = before.at(-1) ?? encode(config, trace?.run.prompt ?? '').at(-1) ?? config.start;
  const spent = (step?.groups ?? []).reduce((sum, size) => sum + size, 0);
  const outcome = (step?.checks.length ?? 1) - 1;
  const table: TableData | undefined = step && {
    caption: words('table', { call: index + 1 }),
    head: [words('outcome'), words('probability'), words('rowsSpent'), words('fate')],
    rows: (step.groups ?? []).map((size, ahead) => [
      words('outcomeIs', { drafts: ahead }),
      percent(weights[ahead] ?? 0),
      size,
      ahead === outcome ? words('keptShort') : words('droppedShort'),
    ]),
  };
  return (
    <CellFrame cell={cell} title={words('title')} caption={words('caption')} table={table}>
      <CellPicture cell={cell}>
        <Player
          {...player}
          label={words('player')}
          text={words('at', { call: index + 1, of: steps.length })}
        />
        {step && (
          <>
            <TreeView
              config={config}
              step={step}
              tail={steps[index + 1]?.drafts ?? []}
              last={last}
              weights={weights}
              words={{
                tree: words('tree'),
                kept: words('kept'),
                dropped: words('dropped'),
                passes: words('passes'),
              }}
            />
            <p className="cell-reading" role="status">
              {words('reading', {
                drafts: step.drafts.length,
                right: outcome,
                accepted: step.accepted,
                spent,
                rows: step.rows,
              })}
            </p>
          </>
        )}
      </CellPicture>
    </CellFrame>
  );
}
