'use client';
// The cover's picture: dials, and three lines that answer them. A pure function of traces and u's.

import type { Trace } from '@/gpu';
import { Dial } from '../ui/Dial';
import { DIALS, Line } from './Line';
import { compare, glyph, oneShot, type Place, said, scoreOf } from './one-shot';
import { isStale, type NamesView } from './use-names';

export type CoverViewProps = NamesView &
  Readonly<{
    onTurn: (position: number, u: number) => void;
    onLight: (position: number | undefined) => void;
    /** The dials only show: somebody else turns them. */
    fixed?: boolean | undefined;
  }>;

export function CoverView(props: CoverViewProps) {
  const { config, run, u, ar, ptp, independent, lit, onTurn, onLight, fixed } = props;
  const truth = oneShot(ar);
  const ptpPlaces = compare(oneShot(ptp), truth);
  const independentPlaces = compare(oneShot(independent), truth);
  const prompt = ar?.run.prompt ?? run.prompt;
  const line = { config, lit, onLight, prompt };
  return (
    <div className="cover-board">
      <div className="cover-head">
        <p className="cover-hint">
          Drag a dial sideways, with a mouse up and down too; or click its rim; or use arrow keys.
        </p>
        <div className="cover-dials">
          {u.slice(0, DIALS).map((value, k) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the k-th dial is the k-th dial
            <div key={k}>
              <Dial
                index={k + 1}
                value={value}
                edges={edgesOf(ar, k)}
                unused={k >= truth.length && truth.length > 0}
                held={run.u[k] !== undefined}
                lit={lit === k + 1}
                disabled={fixed}
                meaning={meaningOf(props, truth[k])}
                onChange={(next) => onTurn(k, next)}
                onLight={(on) => onLight(on ? k + 1 : undefined)}
              />
            </div>
          ))}
        </div>
      </div>
      <Line
        {...line}
        name="One at a time"
        remark="each letter waits for the one before"
        right="check"
        places={compare(truth, truth)}
        calls={callWords(ar?.steps.length ?? 0)}
        more={millis(ar)}
      />
      <Line
        {...line}
        name="Independent heads"
        remark="each letter chosen without knowing the others"
        right="independent"
        places={independentPlaces}
        calls={ONE_SHOT_CALLS}
        more={outcome(independentPlaces, independent)}
      />
      <Line
        {...line}
        name="Parallel Token Prediction"
        remark="each letter knows its own dial and those before it"
        right="accept"
        places={ptpPlaces}
        calls={ONE_SHOT_CALLS}
        more={outcome(ptpPlaces, ptp)}
      />
      <p className="words" role="status">
        One at a time: {said(config, prompt, truth)}. Independent heads:{' '}
        {said(config, prompt, oneShot(independent))}. Parallel Token Prediction:{' '}
        {said(config, prompt, oneShot(ptp))}.
      </p>
    </div>
  );
}

/** The bins on a dial's rim: edges of the CDF that its u falls into, without those of zero width. */
function edgesOf(ar: Trace | undefined, position: number): number[] | undefined {
  const cdf = ar?.steps[position]?.checkCdfs[0];
  return cdf && [...new Set(cdf)].filter((edge) => edge > 0 && edge < 1);
}

/** What a dial decides, for the voice; nothing while the letters still answer other dials. */
function meaningOf(names: NamesView, token: number | undefined): string | undefined {
  const { config } = names;
  if (isStale(names)) return undefined;
  if (token === undefined) return 'decides nothing: the name has ended';
  return token === config.end ? 'ends the name' : `picks ${glyph(config, token)}`;
}

function outcome(places: readonly Place[], trace: Trace | undefined): string {
  const { right, of, exact } = scoreOf(places);
  return `${exact ? 'all' : `${right} of ${of}`} right · ${millis(trace)}`;
}

/** What a one-shot line takes; its time is that of both calls. */
const ONE_SHOT_CALLS = '1 call, 1 to check';

function callWords(calls: number): string {
  return calls === 1 ? '1 call' : `${calls} calls`;
}

/** Measured time of all calls of a trace; a one-shot line's includes the call that checks it. */
function millis(trace: Trace | undefined): string {
  if (!trace) return '';
  const ms = trace.steps.reduce((sum, step) => sum + step.ms, 0);
  return `${ms < 10 ? ms.toFixed(1) : ms.toFixed(0)} ms`;
}
