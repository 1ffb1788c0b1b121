// Panels as pictures: drawn from a recorded run of the names model, compared with the files beside this
// one. Look at the difference, then bless it with `npx vitest run -u`.

import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { encode, METHOD_NAMES, uniform } from '@/gpu';
import { panelMessages } from '../i18n/catalogue';
import { numbersIn } from '../i18n/numbers';
import { PanelWords } from '../i18n/PanelWords';
import { parseRecording, recordedState } from '../notebook/recorded';
import { Histogram, LEAST_ROUNDS, SlotCurve } from './AcceptCharts';
import { AuxView } from './AuxView';
import { BinsView } from './BinsView';
import { ChainView } from './ChainView';
import { CoverView } from './CoverView';
import { type ChainLine, chainOf } from './chain';
import { DrawsTable } from './DrawsTable';
import fixture from './fixture.json';
import { foundFor } from './found-u';
import { RaceChart } from './RaceChart';
import { RaceTable, RaceWords } from './RaceTable';
import { RoundsView } from './RoundsView';
import { slotsOf } from './rounds';
import { percent } from './rulers';
import { SquareRow } from './SquareRow';
import { TemperatureView } from './TemperatureView';
import { warmthOf } from './temperatures';
import { WorthView } from './WorthView';
import { worthOf } from './worth';

const { config, traces, squares, draws } = parseRecording(fixture);
const [ar, ptp, independent, pqd] = traces;
if (!ar || !ptp || !independent || !pqd || !squares || !draws)
  throw new Error('fixture.json is cut');
const names = {
  ...{ config, run: ptp.run, ar, ptp, independent, lit: 2 },
  u: Array.from({ length: 16 }, (_, k) => uniform(ptp.run.seed, k)),
};
const race = { ar, independent, 'o-ptp': ptp, pqd };
const messages = panelMessages('en', [
  'ui',
  'notebook',
  'accept',
  'methods',
  'aux',
  'cover',
  'dependent',
]);
const nothing = () => {};

/** One element a line, so that a difference shows where it is. */
function picture(element: React.ReactElement): string {
  return `${renderToStaticMarkup(
    <PanelWords locale="en" messages={messages}>
      {element}
    </PanelWords>,
  ).replaceAll('><', '>\n<')}\n`;
}

describe('the pictures of', () => {
  test('the cover', async () => {
    const drawn = picture(<CoverView {...names} onTurn={nothing} onLight={nothing} />);
    await expect(drawn).toMatchFileSnapshot('pictures/cover.html');
  });

  test('the rulers', async () => {
    const drawn = picture(<AuxView {...names} onTurn={nothing} onLight={nothing} />);
    await expect(drawn).toMatchFileSnapshot('pictures/rulers.html');
  });

  test('the squares', async () => {
    const at = { u1: 0.25, u2: 0.75 };
    const hands = { lit: 2, onMove: nothing, onLight: nothing };
    const drawn = picture(<SquareRow {...{ config, squares, at }} {...hands} />);
    await expect(drawn).toMatchFileSnapshot('pictures/squares.html');
  });

  test('the draws', async () => {
    const drawn = picture(<DrawsTable config={config} drawn={draws} />);
    await expect(drawn).toMatchFileSnapshot('pictures/draws.html');
  });

  test('the rounds', async () => {
    const drawn = picture(
      <RoundsView config={config} steps={ptp.steps} index={1} lit={undefined} onLight={nothing} />,
    );
    await expect(drawn).toMatchFileSnapshot('pictures/rounds.html');
  });

  test('the race', async () => {
    const chart = picture(<RaceChart traces={race} method="o-ptp" index={1} />);
    await expect(chart).toMatchFileSnapshot('pictures/race.svg');
    const table = picture(
      <>
        <RaceTable
          traces={race}
          method="o-ptp"
          race={['ar', 'independent', 'speculative-sampling', 'o-ptp', 'pqd']}
          onToggle={() => {}}
          tokens={5}
          recorded={false}
        />
        <RaceWords />
      </>,
    );
    await expect(table).toMatchFileSnapshot('pictures/race.html');
  });

  test('the bins of a text', async () => {
    const { bins, models } = recordedState;
    if (!bins.tales) throw new Error('public/traces/tales.json is cut');
    const tokens = encode(models.tales.config, bins.tales.run.prompt).slice(1);
    const found = foundFor(tokens, bins.tales.cdfs.slice(0, 3), { seed: 1, set: { 1: 0.5 } });
    const drawn = picture(
      <BinsView
        config={models.tales.config}
        found={found}
        words={{ text: 'text', ruler: 'bins', writes: 'writes' }}
        onTurn={nothing}
      />,
    );
    await expect(drawn).toMatchFileSnapshot('pictures/bins.html');
  });

  test('acceptance against temperature', async () => {
    const words = { temperature: 'T', accepted: 'tokens', bits: 'bits', picture: 'picture' };
    const curves = warmthOf(recordedState.temperatures?.runs ?? []);
    const drawn = picture(<TemperatureView curves={curves} words={words} />);
    await expect(drawn).toMatchFileSnapshot('pictures/temperature.svg');
  });

  test('the formula beside what is counted', async () => {
    const trace = recordedState.traces.tales.speculative;
    const worth = trace && worthOf(trace);
    if (!worth) throw new Error('public/traces/tales.json is cut');
    const words = {
      ...{ drafts: 'drafts', tokens: 'tokens', picture: 'picture' },
      ...{ counted: 'counted', formula: 'formula' },
    };
    const drawn = picture(<WorthView worth={worth} method="speculative" words={words} />);
    await expect(drawn).toMatchFileSnapshot('pictures/worth.svg');
  });

  test('the steps of a chain', async () => {
    const lines = (['ar', 'mtp', 'o-ptp'] as const).flatMap((method) => {
      const trace = recordedState.traces.tales[method];
      const line = trace && chainOf(trace, 8, 0.25);
      return line ? [{ method, line }] : [];
    });
    const words = {
      label: 'steps',
      time: ({ time }: ChainLine) => time.toFixed(1),
      count: ({ large, small }: ChainLine) => `${small}, ${large}`,
    };
    const drawn = picture(<ChainView lines={lines} words={words} />);
    await expect(drawn).toMatchFileSnapshot('pictures/chain.html');
  });

  test('the histogram and the slots', async () => {
    await expect(picture(<Histogram trace={ptp} />)).toMatchFileSnapshot('pictures/histogram.svg');
    const slots = picture(<SlotCurve traces={race} method="o-ptp" />);
    await expect(slots).toMatchFileSnapshot('pictures/slots.svg');
  });
});

test('of the drafts in few rounds only dots are drawn, which no line joins', () => {
  const slots = METHOD_NAMES.flatMap((name) => {
    const trace = name === 'ar' ? undefined : recordedState.traces.tales[name];
    return trace ? [slotsOf(trace).filter(({ rounds }) => rounds > 0)] : [];
  });
  const count = (few: boolean) =>
    slots.flat().filter(({ rounds }) => rounds < LEAST_ROUNDS === few).length;
  expect(count(true)).toBeGreaterThan(0);
  const drawn = picture(<SlotCurve traces={recordedState.traces.tales} method="o-ptp" />);
  expect(drawn.match(/class="dot"[^>]* r="2"/g)).toHaveLength(count(true));
  expect(drawn.match(/class="dot"[^>]* r="3.5"/g)).toHaveLength(count(false));
  const lines = Array.from(drawn.matchAll(/class="race"[^>]* d="([^"]*)"/g), ([, d = '']) => d);
  const places = lines.flatMap((d) => d.match(/[ML]/g) ?? []);
  expect(places).toHaveLength(count(false));
  for (const { share, rounds } of slots.flat()) {
    expect(drawn).toContain(`${percent(share, numbersIn('en'))} of ${rounds} round`);
  }
});
