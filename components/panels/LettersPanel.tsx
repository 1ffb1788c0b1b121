'use client';
// The ruler letter by letter, connected: one name, one letter at a time, with the lookup behind each.

import './aux.css';
import './cells.css';
import { useCallback } from 'react';
import { CellFrame, CellPicture } from '../cells/CellFrame';
import { useCell } from '../cells/use-cell';
import { type Numbers, rounded } from '../i18n/numbers';
import { usePanelWords } from '../i18n/PanelWords';
import { setPlace, turn } from '../notebook/actions';
import { useActions, useNotebookState } from '../notebook/context';
import { Player } from '../ui/Player';
import { TokenRow } from '../ui/TokenRow';
import { tokenName } from '../ui/token';
import { writeU } from '../ui/unit-number';
import { usePlayer } from '../ui/use-player';
import { DiceRow } from './DiceRow';
import { glyph } from './one-shot';
import { Ruler } from './Ruler';
import { binAt, binsOf, percent } from './rulers';
import { StackChart } from './StackChart';
import { useHand } from './use-hand';
import { useLight } from './use-lit';
import { isStale, useNames } from './use-names';

const PARTS = ['names'] as const;

export function LettersPanel() {
  const words = usePanelWords('letters');
  const ui = usePanelWords('ui');
  const names = useNames();
  const { config, u, ar, lit } = names;
  const cell = useCell({
    ...{ id: 'letters', model: 'names', parts: PARTS, value: ar, shown: ar?.run },
    ...{ stale: isStale(names), traces: [ar], own: ['letter'] },
  });
  const { preview } = useActions();
  const onLight = useLight('names');
  const { move, around } = useHand();
  const asked = useNotebookState((state) => state.choices.letter);
  const steps = ar?.steps ?? [];
  const index = Math.min(asked, Math.max(0, steps.length - 1));
  const onIndex = useCallback(
    (next: number) => preview((choices) => setPlace(choices, 'letter', next)),
    [preview],
  );
  const player = usePlayer(index, steps.length, onIndex, 1600);
  const step = steps[index];
  const cdf = step?.checkCdfs[0];
  const value = u[index] ?? 0;
  const bin = cdf && binAt(binsOf(cdf), value);
  const name = tokenName(ui, glyph(config, bin?.token ?? null));
  return (
    <CellFrame
      cell={cell}
      title={words('title')}
      caption={words('caption')}
      table={
        cdf && {
          caption: words('table', { place: index + 1 }),
          head: [words('letter'), words('from'), words('to'), words('probability')],
          rows: binsOf(cdf).map(({ token, from, to }) => {
            return [
              tokenName(ui, glyph(config, token)),
              rounded(from, 4),
              rounded(to, 4),
              (numbers: Numbers) => percent(to - from, numbers),
            ];
          }),
        }
      }
      first
    >
      <CellPicture cell={cell} {...around}>
        <Player {...player} label={words('player')} text={words('at', { place: index + 1 })} />
        <div className="letters-text">
          <TokenRow
            label={words('text')}
            lit={lit}
            tokens={steps.slice(0, index + 1).map(({ checks: [check] }, k) => ({
              token: glyph(config, check ?? null),
              state: k === index ? 'check' : 'plain',
              position: k + 1,
            }))}
          />
        </div>
        {cdf && bin && (
          <>
            <StackChart
              config={config}
              cdf={cdf}
              u={value}
              words={{
                sum: words('sum'),
                picture: words('picture', { u: writeU(value, words), letter: name }),
              }}
            />
            <div className="letters-ruler">
              <Ruler
                config={config}
                position={index}
                cdf={cdf}
                u={value}
                lit={lit === index + 1}
                onTurn={(position, next) =>
                  move((choices) => turn(choices, 'names', position, next))
                }
                onLight={onLight}
              />
            </div>
            <p className="cell-reading">
              {words('reading', {
                place: index + 1,
                u: writeU(value, words),
                from: words.number(bin.from, 3),
                to: words.number(bin.to, 3),
                letter: name,
                share: percent(bin.to - bin.from, words),
              })}
            </p>
          </>
        )}
      </CellPicture>
      <div className="panel-controls">
        <DiceRow model="names" run={names.run} />
      </div>
    </CellFrame>
  );
}
