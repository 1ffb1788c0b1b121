// Panels as pictures: drawn from a recorded run of the names model, compared with the files beside this
// one. Look at the difference, then bless it with `npx vitest run -u`.

import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { uniform } from '@/gpu';
import { parseRecording } from '../notebook/recorded';
import { Histogram, SlotCurve } from './AcceptCharts';
import { AuxView } from './AuxView';
import { CoverView } from './CoverView';
import { DrawsTable } from './DrawsTable';
import fixture from './fixture.json';
import { RaceChart } from './RaceChart';
import { RaceTable, RaceWords } from './RaceTable';
import { RoundsView } from './RoundsView';
import { SquareRow } from './SquareRow';

const { config, traces, squares, draws } = parseRecording(fixture);
const [ar, ptp, independent, pqd] = traces;
if (!ar || !ptp || !independent || !pqd || !squares || !draws)
  throw new Error('fixture.json is cut');
const names = {
  ...{ config, run: ptp.run, ar, ptp, independent, lit: 2 },
  u: Array.from({ length: 16 }, (_, k) => uniform(ptp.run.seed, k)),
};
const race = { ar, independent, 'o-ptp': ptp, pqd };
const nothing = () => {};

/** One element a line, so that a difference shows where it is. */
function picture(element: React.ReactElement): string {
  return `${renderToStaticMarkup(element).replaceAll('><', '>\n<')}\n`;
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
    const drawn = picture(<SquareRow config={config} squares={squares} at={at} onMove={nothing} />);
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

  test('the histogram and the slots', async () => {
    await expect(picture(<Histogram trace={ptp} />)).toMatchFileSnapshot('pictures/histogram.svg');
    const slots = picture(<SlotCurve traces={race} method="o-ptp" />);
    await expect(slots).toMatchFileSnapshot('pictures/slots.svg');
  });
});
