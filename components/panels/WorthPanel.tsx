'use client';
// The expected-tokens formula beside what a run has counted, connected: the tales model, the method shown.

import './accept.css';
import './cells.css';
import { useMemo } from 'react';
import { type MethodName, methods } from '@/gpu';
import { CellFrame, CellPicture } from '../cells/CellFrame';
import { useCell } from '../cells/use-cell';
import { rounded } from '../i18n/numbers';
import { usePanelWords } from '../i18n/PanelWords';
import { setMethod } from '../notebook/actions';
import { useActions } from '../notebook/context';
import { sameText } from '../notebook/state';
import { Segmented } from '../ui/Segmented';
import { DiceRow } from './DiceRow';
import { useRacers } from './methods';
import { useTales } from './use-tales';
import { WorthView } from './WorthView';
import { CHAINS, chainAmong, worthOf } from './worth';

const PARTS = ['tales'] as const;

export function WorthPanel() {
  const words = usePanelWords('worth');
  const racers = useRacers();
  const { run, race, traces, method: shown } = useTales();
  const { commit } = useActions();
  const options = racers.filter(({ method }) => CHAINS.includes(method) && race.includes(method));
  const method = chainAmong(shown, race);
  const label = racers.find((racer) => racer.method === method)?.label ?? method;
  const trace = traces[method];
  const cell = useCell({
    ...{ id: 'worth', model: 'tales', parts: PARTS, value: trace, shown: trace?.run },
    ...{ stale: !trace || !sameText(trace.run, run), traces: [trace] },
  });
  const worth = useMemo(() => (trace ? worthOf(trace) : null), [trace]);
  const last = worth?.places.at(-1);
  return (
    <CellFrame
      cell={cell}
      title={words('title')}
      caption={words('caption')}
      table={
        worth
          ? {
              caption: words('table', { method: label }),
              head: [words('drafts'), words('counted'), words('formula')],
              rows: worth.places.map(({ drafts, counted, formula }) => {
                return [drafts, rounded(counted, 2), rounded(formula, 2)];
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
      <CellPicture cell={cell}>
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
                alpha: words.number(worth.alpha, 2),
                drafts: last.drafts,
                formula: words.number(last.formula, 2),
                counted: words.number(last.counted, 2),
              })
            : words('waiting')}{' '}
          {worth && methods[method].calls === 2 && words('first')}
        </p>
      </CellPicture>
      <div className="panel-controls">
        <DiceRow model="tales" run={run} />
      </div>
    </CellFrame>
  );
}
