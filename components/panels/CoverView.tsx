'use client';
// The cover's picture: dials, and three lines that answer them. A pure function of traces and u's.

import type { Trace } from '@/gpu';
import type { PanelWordsOf } from '../i18n/catalogue';
import { usePanelWords } from '../i18n/PanelWords';
import { Dial } from '../ui/Dial';
import { DIALS, Line } from './Line';
import { compare, glyph, oneShot, type Place, said, scoreOf } from './one-shot';
import { isStale, type NamesView } from './use-names';

type CoverWords = PanelWordsOf<'cover'>;

export type CoverViewProps = NamesView &
  Readonly<{
    onTurn: (position: number, u: number) => void;
    onLight: (position: number | undefined) => void;
    /** The dials only show: somebody else turns them. */
    fixed?: boolean | undefined;
  }>;

export function CoverView(props: CoverViewProps) {
  const { config, run, u, ar, ptp, independent, lit, onTurn, onLight, fixed } = props;
  const words = usePanelWords('cover');
  const truth = oneShot(ar);
  const ptpPlaces = compare(oneShot(ptp), truth);
  const independentPlaces = compare(oneShot(independent), truth);
  const prompt = ar?.run.prompt ?? run.prompt;
  const say = (tokens: readonly number[]) => said(config, prompt, tokens) || words('emptyName');
  const line = { config, lit, onLight, prompt };
  return (
    <div className="cover-board">
      <div className="cover-head">
        <p className="cover-hint">{!fixed && words('hint')}</p>
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
                meaning={meaningOf(props, truth[k], words)}
                onChange={(next) => onTurn(k, next)}
                onLight={(on) => onLight(on ? k + 1 : undefined)}
              />
            </div>
          ))}
        </div>
      </div>
      <Line
        {...line}
        name={words('ar')}
        remark={words('arRemark')}
        right="check"
        places={compare(truth, truth)}
        calls={words('calls', { calls: ar?.steps.length ?? 0 })}
        more={millis(ar, words)}
      />
      <Line
        {...line}
        name={words('independent')}
        remark={words('independentRemark')}
        right="independent"
        places={independentPlaces}
        calls={words('oneShotCalls')}
        more={outcome(independentPlaces, independent, words)}
      />
      <Line
        {...line}
        name={words('ptp')}
        remark={words('ptpRemark')}
        right="accept"
        places={ptpPlaces}
        calls={words('oneShotCalls')}
        more={outcome(ptpPlaces, ptp, words)}
      />
      <p className="words" role="status">
        {words('said', {
          ar: say(truth),
          independent: say(oneShot(independent)),
          ptp: say(oneShot(ptp)),
        })}
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
function meaningOf(
  names: NamesView,
  token: number | undefined,
  words: CoverWords,
): string | undefined {
  const { config } = names;
  if (isStale(names)) return undefined;
  if (token === undefined) return words('decidesNothing');
  return token === config.end ? words('ends') : words('picks', { letter: glyph(config, token) });
}

function outcome(places: readonly Place[], trace: Trace | undefined, words: CoverWords): string {
  const { right, of, exact } = scoreOf(places);
  const score = exact ? words('allRight') : words('someRight', { right, of });
  return `${score} · ${millis(trace, words)}`;
}

/** Measured time of all calls of a trace; a one-shot line's includes the call that checks it. */
function millis(trace: Trace | undefined, words: CoverWords): string {
  if (!trace) return '';
  const ms = trace.steps.reduce((sum, step) => sum + step.ms, 0);
  return `${words.number(ms, ms < 10 ? 1 : 0)} ms`;
}
