'use client';
// What a chain costs, connected: the calls of every raced method on the same u's, those of small networks as
// long as the reader says.

import './cells.css';
import { useMemo, useRef, useState } from 'react';
import { usePanelWords } from '../i18n/PanelWords';
import { useLasting, useNotebookState } from '../notebook/context';
import { isRecorded } from '../notebook/recorded';
import { sameText } from '../notebook/state';
import { PanelFrame } from '../ui/PanelFrame';
import { Slider } from '../ui/Slider';
import { ChainView } from './ChainView';
import { chainOf } from './chain';
import { useRacers } from './methods';
import { Provenance, ProvenanceNote } from './Provenance';
import { useTales } from './use-tales';
import { useWake } from './use-wake';

/** Tokens until which the calls are drawn. */
const TOKENS = 24;

export function ChainPanel() {
  const words = usePanelWords('chain');
  const racers = useRacers();
  const { run, traces } = useTales();
  const status = useNotebookState((state) => state.models.tales.status);
  const place = useRef<HTMLDivElement>(null);
  const onLoad = useWake(place, ['tales']);
  const [ratio, setRatio] = useState(0.1);
  const recorded = isRecorded(traces.ar);
  const stale = useLasting(!traces.ar || !sameText(traces.ar.run, run));
  const lines = useMemo(
    () =>
      racers.flatMap(({ method, label }) => {
        const trace = traces[method];
        const line = trace && chainOf(trace, TOKENS, ratio);
        return line ? [{ method, label, line }] : [];
      }),
    [racers, traces, ratio],
  );
  return (
    <PanelFrame
      id="chain"
      title={words('title')}
      caption={words('caption', { tokens: TOKENS })}
      status={
        <Provenance
          model="tales"
          status={status}
          recorded={recorded}
          stale={stale}
          onLoad={onLoad}
        />
      }
      table={{
        caption: words('table', { tokens: TOKENS }),
        head: [words('method'), words('large'), words('small'), words('length')],
        rows: lines.map(({ label, line: { large, small, time } }) => {
          return [label, large, small, time.toFixed(1)];
        }),
      }}
    >
      <div className="chain-ratio">
        <Slider
          label={words('ratio')}
          value={ratio}
          min={0.02}
          max={1}
          step={0.02}
          text={words('ratioText', { percent: (100 * ratio).toFixed(0) })}
          onChange={setRatio}
        />
      </div>
      <div ref={place} data-stale={stale || undefined}>
        {lines.length > 0 ? (
          <ChainView
            lines={lines}
            words={{
              label: words('title'),
              time: ({ time }) => words('time', { time: time.toFixed(1) }),
              count: ({ large, small }) => words('count', { large, small }),
            }}
          />
        ) : (
          <p className="cell-reading">{words('waiting')}</p>
        )}
      </div>
      <ProvenanceNote model="tales" recorded={recorded} shown={traces.ar?.run} />
    </PanelFrame>
  );
}
