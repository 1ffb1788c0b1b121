'use client';
// The expected-tokens formula beside what a run has counted, connected: the tales model, the method shown.

import './accept.css';
import './cells.css';
import { useMemo, useRef } from 'react';
import { type MethodName, methods } from '@/gpu';
import { usePanelWords } from '../i18n/PanelWords';
import { setMethod } from '../notebook/actions';
import { useActions, useLasting, useNotebookState } from '../notebook/context';
import { isRecorded } from '../notebook/recorded';
import { sameText } from '../notebook/state';
import { PanelFrame } from '../ui/PanelFrame';
import { Segmented } from '../ui/Segmented';
import { DiceRow } from './DiceRow';
import { useRacers } from './methods';
import { Provenance, ProvenanceNote } from './Provenance';
import { useTales } from './use-tales';
import { useWake } from './use-wake';
import { WorthView } from './WorthView';
import { worthOf } from './worth';

/** Those that draft as many tokens in every round, in one chain: what the formula speaks of. */
const CHAINS: readonly MethodName[] = [
  ...(['speculative', 'speculative-sampling', 'independent'] as const),
  ...(['eagle', 'mtp', 'o-ptp', 'c-ptp'] as const),
];

export function WorthPanel() {
  const words = usePanelWords('worth');
  const racers = useRacers();
  const { run, race, traces, method: shown } = useTales();
  const status = useNotebookState((state) => state.models.tales.status);
  const { commit } = useActions();
  const place = useRef<HTMLDivElement>(null);
  const onLoad = useWake(place, ['tales']);
  const options = racers.filter(({ method }) => CHAINS.includes(method) && race.includes(method));
  const method = CHAINS.includes(shown) ? shown : (options[0]?.method ?? 'speculative');
  const label = racers.find((racer) => racer.method === method)?.label ?? method;
  const trace = traces[method];
  const recorded = isRecorded(trace);
  const stale = useLasting(!trace || !sameText(trace.run, run));
  const worth = useMemo(() => (trace ? worthOf(trace) : null), [trace]);
  const last = worth?.places.at(-1);
  return (
    <PanelFrame
      id="worth"
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
      table={
        worth
          ? {
              caption: words('table', { method: label }),
              head: [words('drafts'), words('counted'), words('formula')],
              rows: worth.places.map(({ drafts, counted, formula }) => {
                return [drafts, counted.toFixed(2), formula.toFixed(2)];
              }),
            }
          : undefined
      }
    >
      <Segmented<MethodName>
        label={words('method')}
        value={method}
        options={options.map(({ method: value, label, description }) => {
          return { value, label, title: description };
        })}
        onChange={(next) => commit((choices) => setMethod(choices, 'tales', next))}
      />
      <div ref={place} data-stale={stale || undefined}>
        {worth && (
          <WorthView
            worth={worth}
            method={method}
            words={{
              drafts: words('drafts'),
              tokens: words('tokens'),
              counted: words('counted'),
              formula: words('formula'),
              picture: words('picture', { method: label }),
            }}
          />
        )}
        <p className="cell-reading" role="status">
          {worth && last
            ? words('reading', {
                rounds: worth.rounds,
                alpha: worth.alpha.toFixed(2),
                drafts: last.drafts,
                formula: last.formula.toFixed(2),
                counted: last.counted.toFixed(2),
              })
            : words('waiting')}{' '}
          {worth && methods[method].calls === 2 && words('first')}
        </p>
      </div>
      <div className="panel-controls">
        <DiceRow model="tales" run={run} />
      </div>
      <ProvenanceNote model="tales" recorded={recorded} shown={trace?.run} />
    </PanelFrame>
  );
}
