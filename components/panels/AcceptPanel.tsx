'use client';
// Speculative acceptance, connected: the tales model, every method on the same u's, and a player.

import './accept.css';
import { useCallback, useMemo } from 'react';
import type { Config, MethodName, Trace } from '@/gpu';
import { CellFrame, CellPicture } from '../cells/CellFrame';
import { useCell } from '../cells/use-cell';
import type { PanelWordsOf } from '../i18n/catalogue';
import { FaultSaid } from '../i18n/FaultSaid';
import { usePanelWords } from '../i18n/PanelWords';
import { setMethod, setStep, toggleRacer } from '../notebook/actions';
import { useActions } from '../notebook/context';
import { sameText } from '../notebook/state';
import type { TableData } from '../ui/DataTable';
import { Player } from '../ui/Player';
import { Segmented } from '../ui/Segmented';
import { usePlayer } from '../ui/use-player';
import { AcceptView } from './AcceptView';
import { DiceRow } from './DiceRow';
import { useRacers } from './methods';
import { PromptChips } from './PromptChips';
import { PromptField } from './PromptField';
import { TryAgain } from './Provenance';
import { chipsOf, meanAccepted, totalsThrough } from './rounds';
import { TemperatureField } from './TemperatureField';
import { useLight } from './use-lit';
import { useTales } from './use-tales';

const PARTS = ['tales'] as const;

export function AcceptPanel() {
  const words = usePanelWords('accept');
  const racers = useRacers();
  const { config, run, method, race, traces, trace, index, lit } = useTales();
  const { commit, preview } = useActions();
  const cell = useCell({
    ...{ id: 'accept', model: 'tales', parts: PARTS, own: ['race', 'step'] },
    ...{ value: trace, shown: trace?.run, stale: !trace || !sameText(trace.run, run) },
    traces: [trace, ...race.filter((name) => name !== method).map((name) => traces[name])],
    pinned: [trace],
    measures: trace ? [{ name: words('pinnedMean'), value: meanAccepted(trace).toFixed(2) }] : [],
  });
  const { status } = cell;
  const missing = !trace && status.kind === 'failed' ? status.fault : null;
  const count = trace?.steps.length ?? 0;
  const onIndex = useCallback(
    (next: number) => preview((choices) => setStep(choices, next)),
    [preview],
  );
  const table = useMemo(() => tableOf(trace, config, words), [trace, config, words]);
  const player = usePlayer(index, count, onIndex);
  const onToggle = useCallback(
    (name: MethodName) => commit((choices) => toggleRacer(choices, name)),
    [commit],
  );
  const onLight = useLight('tales');
  return (
    <CellFrame
      cell={cell}
      title={words('title')}
      caption={words('caption')}
      table={table}
      first
      quiet={missing !== null}
    >
      <div className="accept-controls">
        <PromptField model="tales" label={words('prompt')} lines={2} placeholder={words('begin')} />
        <PromptChips config={config} prompt={run.prompt} />
        <TemperatureField config={config} temperature={run.sampling.temperature} />
        <DiceRow model="tales" run={run} />
      </div>
      <div className="accept-methods">
        <Segmented<MethodName>
          label={words('method')}
          value={method}
          options={racers
            .filter(({ method: name }) => race.includes(name))
            .map(({ method: value, label, description }) => ({
              value,
              label,
              title: description,
            }))}
          onChange={(next) => commit((choices) => setMethod(choices, 'tales', next))}
        />
        <p>{racers.find(({ method: name }) => name === method)?.description}</p>
        {missing && (
          <p role="status">
            {words('missing')} <FaultSaid fault={missing} />
          </p>
        )}
        {missing && <TryAgain status={status} />}
      </div>
      <Player
        {...player}
        label={words('rounds')}
        text={count > 0 ? words('at', { round: index + 1, count }) : undefined}
      />
      <CellPicture cell={cell} data-done={trace?.done}>
        <AcceptView
          config={config}
          traces={traces}
          method={method}
          race={race}
          onToggle={onToggle}
          index={index}
          lit={lit}
          onLight={onLight}
        />
      </CellPicture>
    </CellFrame>
  );
}

const FATES = ['accept', 'reject', 'check', 'discard'] as const;

function tableOf(
  trace: Trace | undefined,
  config: Config,
  words: PanelWordsOf<'accept'>,
): TableData | undefined {
  if (!trace) return undefined;
  const rows = trace.steps.map((step, round) => {
    const chips = chipsOf(step, config);
    const fates = FATES.map((state) =>
      chips
        .filter((chip) => chip.state === state)
        .map(({ token }) => (token === ' ' ? '␣' : token === '\n' ? '⏎' : token))
        .join(''),
    );
    const { tokens, calls } = totalsThrough(trace, round);
    return [round + 1, ...fates, step.accepted, tokens, calls];
  });
  return {
    caption: words('table'),
    head: [
      words('round'),
      ...FATES.map((state) => words(state)),
      ...[words('tokens'), words('tokensSoFar'), words('callsSoFar')],
    ],
    rows,
  };
}
