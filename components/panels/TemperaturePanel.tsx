'use client';
// Acceptance against temperature, connected. Recorded for the default prompt; measured behind the reader's own
// when asked for, and from then on whenever the prompt changes.

import './accept.css';
import './cells.css';
import { CellFrame, CellPicture } from '../cells/CellFrame';
import { useCell } from '../cells/use-cell';
import type { PanelWordsOf } from '../i18n/catalogue';
import { between, rounded } from '../i18n/numbers';
import { usePanelWords } from '../i18n/PanelWords';
import { useActions, useNotebookState } from '../notebook/context';
import { WARMTH } from '../notebook/parts';
import { Button } from '../ui/Button';
import type { TableData } from '../ui/DataTable';
import { PromptField } from './PromptField';
import { TemperatureView } from './TemperatureView';
import { warmthOf } from './temperatures';

const ALL = WARMTH.methods.length * WARMTH.temperatures.length * WARMTH.seeds.length;

const PARTS = ['temperatures'] as const;

export function TemperaturePanel() {
  const words = usePanelWords('temperature');
  const names = usePanelWords('methods');
  const measured = useNotebookState((state) => state.temperatures);
  const measuring = useNotebookState((state) => state.parts.temperatures === 'running');
  const { again } = useActions();
  const cell = useCell({
    ...{ id: 'temperature', model: 'tales', parts: PARTS, value: measured, stale: measuring },
    asked: true,
  });
  const { recorded } = cell;
  const done = measured?.runs.length ?? 0;
  const curves = measured ? warmthOf(measured.runs) : [];
  return (
    <CellFrame
      cell={cell}
      title={words('title')}
      caption={words('caption')}
      table={tableOf(curves, words, names)}
      first
    >
      <CellPicture cell={cell}>
        {measured && (
          <TemperatureView
            curves={curves}
            words={{
              temperature: words('across'),
              accepted: words('accepted'),
              bits: words('bits'),
              picture: words('picture'),
            }}
          />
        )}
      </CellPicture>
      {measured && (
        <p className="cell-reading" role="status">
          {words(recorded ? 'recorded' : 'measured', {
            runs: done,
            all: ALL,
            tokens: measured.run.tokens,
            prompt: measured.run.prompt,
          })}
        </p>
      )}
      <div className="panel-controls">
        <PromptField model="tales" label={words('prompt')} />
        <Button look="main" disabled={measuring} onClick={() => again('temperatures')}>
          {words(measuring ? 'measuring' : recorded ? 'measure' : 'measureAgain')}
        </Button>
      </div>
    </CellFrame>
  );
}

function tableOf(
  curves: ReturnType<typeof warmthOf>,
  words: PanelWordsOf<'temperature'>,
  names: PanelWordsOf<'methods'>,
): TableData {
  const rows = curves.flatMap(({ method, places }) =>
    places.map(({ temperature, mean, low, high, rounds, bits }) => [
      names(`${method}.label`),
      temperature,
      rounded(mean, 2),
      between(low, high),
      rounds,
      rounded(bits, 2),
    ]),
  );
  const head = ['method', 'across', 'accepted', 'runs', 'rounds', 'bits'] as const;
  return { caption: words('table'), head: head.map((key) => words(key)), rows };
}
