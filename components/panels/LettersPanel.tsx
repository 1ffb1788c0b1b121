'use client';
// The ruler letter by letter, connected: one name, one letter at a time, with the lookup behind each.

import './aux.css';
import './cells.css';
import { useRef, useState } from 'react';
import { usePanelWords } from '../i18n/PanelWords';
import { turn } from '../notebook/actions';
import { useLasting, useNotebookState } from '../notebook/context';
import { isRecorded } from '../notebook/recorded';
import { PanelFrame } from '../ui/PanelFrame';
import { Player } from '../ui/Player';
import { TokenRow } from '../ui/TokenRow';
import { tokenName } from '../ui/token';
import { writeU } from '../ui/unit-number';
import { usePlayer } from '../ui/use-player';
import { DiceRow } from './DiceRow';
import { glyph } from './one-shot';
import { Provenance, ProvenanceNote } from './Provenance';
import { Ruler } from './Ruler';
import { binAt, binsOf, percent } from './rulers';
import { StackChart } from './StackChart';
import { useHand } from './use-hand';
import { isStale, useLight, useNames } from './use-names';
import { useWake } from './use-wake';

export function LettersPanel() {
  const words = usePanelWords('letters');
  const ui = usePanelWords('ui');
  const names = useNames();
  const { config, u, ar, lit } = names;
  const status = useNotebookState((state) => state.models.names.status);
  const place = useRef<HTMLDivElement>(null);
  const onLoad = useWake(place, ['names']);
  const onLight = useLight();
  const { move, around } = useHand();
  const recorded = isRecorded(ar);
  const stale = useLasting(isStale(names));
  const [asked, setIndex] = useState(0);
  const steps = ar?.steps ?? [];
  const index = Math.min(asked, Math.max(0, steps.length - 1));
  const player = usePlayer(index, steps.length, setIndex, 1600);
  const step = steps[index];
  const cdf = step?.checkCdfs[0];
  const value = u[index] ?? 0;
  const bin = cdf && binAt(binsOf(cdf), value);
  const name = tokenName(ui, glyph(config, bin?.token ?? null));
  return (
    <PanelFrame
      id="letters"
      title={words('title')}
      caption={words('caption')}
      status={
        <Provenance
          model="names"
          status={status}
          recorded={recorded}
          stale={stale}
          onLoad={onLoad}
        />
      }
      table={
        cdf && {
          caption: words('table', { place: index + 1 }),
          head: [words('letter'), words('from'), words('to'), words('probability')],
          rows: binsOf(cdf).map(({ token, from, to }) => {
            return [
              tokenName(ui, glyph(config, token)),
              from.toFixed(4),
              to.toFixed(4),
              percent(to - from),
            ];
          }),
        }
      }
    >
      <div ref={place} data-stale={stale || undefined} {...around}>
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
                picture: words('picture', { u: writeU(value), letter: name }),
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
                u: writeU(value),
                from: bin.from.toFixed(3),
                to: bin.to.toFixed(3),
                letter: name,
                share: percent(bin.to - bin.from),
              })}
            </p>
          </>
        )}
      </div>
      <div className="panel-controls">
        <DiceRow model="names" run={names.run} />
      </div>
      <ProvenanceNote model="names" recorded={recorded} first />
    </PanelFrame>
  );
}
