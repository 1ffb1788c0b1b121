'use client';
// Partial quadratic decoding, call by call: where its rows go, which branch the check keeps.

import './cells.css';
import { useRef, useState } from 'react';
import { encode, outcomeWeights } from '@/gpu';
import { usePanelWords } from '../i18n/PanelWords';
import { useLasting, useNotebookState } from '../notebook/context';
import { isRecorded } from '../notebook/recorded';
import { sameText } from '../notebook/state';
import type { TableData } from '../ui/DataTable';
import { PanelFrame } from '../ui/PanelFrame';
import { Player } from '../ui/Player';
import { usePlayer } from '../ui/use-player';
import { Provenance, ProvenanceNote } from './Provenance';
import { percent } from './rulers';
import { TreeView } from './TreeView';
import { useTales } from './use-tales';
import { useWake } from './use-wake';

export function TreePanel() {
  const words = usePanelWords('tree');
  const { config, run, traces } = useTales();
  const trace = traces.pqd;
  const status = useNotebookState((state) => state.models.tales.status);
  const place = useRef<HTMLDivElement>(null);
  const onLoad = useWake(place, ['tales']);
  const recorded = isRecorded(trace);
  const stale = useLasting(!trace || !sameText(trace.run, run));
  const steps = trace?.steps ?? [];
  // The first call has nothing to check yet: the second one is the first that shows the idea.
  const [asked, setIndex] = useState(1);
  const index = Math.min(asked, Math.max(0, steps.length - 1));
  const player = usePlayer(index, steps.length, setIndex, 1600);
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
    <PanelFrame
      id="tree"
      title={words('title')}
      caption={words('caption')}
      status={
        <Provenance
          model="tales"
          status={status}
          recorded={recorded}
          stale={stale}
          onLoad={onLoad}
        />
      }
      table={table}
    >
      <div ref={place} data-stale={stale || undefined}>
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
      </div>
      <ProvenanceNote model="tales" recorded={recorded} />
    </PanelFrame>
  );
}
