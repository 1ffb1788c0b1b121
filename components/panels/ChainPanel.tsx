'use client';
// What a chain costs, connected: the calls of every raced method on the same u's, those of small networks as
// long as the reader says.

import './cells.css';
import { useMemo } from 'react';
import { METHOD_NAMES } from '@/gpu';
import { CellFrame, CellPicture } from '../cells/CellFrame';
import { useCell } from '../cells/use-cell';
import { rounded } from '../i18n/numbers';
import { usePanelWords } from '../i18n/PanelWords';
import { setRatio } from '../notebook/actions';
import { useNotebookState } from '../notebook/context';
import { sameText } from '../notebook/state';
import { Slider } from '../ui/Slider';
import { ChainView } from './ChainView';
import { chainsOf, CHAIN_TOKENS as TOKENS } from './chain';
import { useHand } from './use-hand';
import { useTales } from './use-tales';

const PARTS = ['tales'] as const;

export function ChainPanel() {
  const words = usePanelWords('chain');
  const names = usePanelWords('methods');
  const { run, traces } = useTales();
  const ratio = useNotebookState((state) => state.choices.ratio);
  const cell = useCell({
    ...{ id: 'chain', model: 'tales', parts: PARTS, value: traces.ar, shown: traces.ar?.run },
    stale: !traces.ar || !sameText(traces.ar.run, run),
    ...{ own: ['ratio'], traces: METHOD_NAMES.map((method) => traces[method]) },
  });
  const { move, around } = useHand();
  const lines = useMemo(() => chainsOf(traces, ratio), [traces, ratio]);
  return (
    <CellFrame
      cell={cell}
      title={words('title')}
      caption={words('caption', { tokens: TOKENS })}
      table={{
        caption: words('table', { tokens: TOKENS }),
        head: [words('method'), words('large'), words('small'), words('length')],
        rows: lines.map(({ method, line: { large, small, time } }) => {
          return [names(`${method}.label`), large, small, rounded(time, 1)];
        }),
      }}
    >
      <div className="chain-ratio" {...around}>
        <Slider
          label={words('ratio')}
          value={ratio}
          min={0.02}
          max={1}
          step={0.02}
          text={words('ratioText', { percent: (100 * ratio).toFixed(0) })}
          onChange={(next) => move((choices) => setRatio(choices, next))}
        />
      </div>
      <CellPicture cell={cell}>
        {lines.length > 0 ? (
          <ChainView
            lines={lines}
            words={{
              label: words('title'),
              time: ({ time }) => words('time', { time: words.number(time, 1) }),
              count: ({ large, small }) => words('count', { large, small }),
            }}
          />
        ) : (
          <p className="cell-reading">{words('waiting')}</p>
        )}
      </CellPicture>
    </CellFrame>
  );
}
