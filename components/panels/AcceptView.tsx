'use client';
// The picture of speculative acceptance: text so far, rounds, race, histogram and slots. A pure function
// of traces and cursor.

import type { Config, MethodName, Trace } from '@/gpu';
import type { PanelWordsOf } from '../i18n/catalogue';
import { usePanelWords } from '../i18n/PanelWords';
import { isRecorded } from '../notebook/recorded';
import type { Traces } from '../notebook/state';
import { Histogram, LEAST_ROUNDS, SlotCurve } from './AcceptCharts';
import { RaceChart } from './RaceChart';
import { RaceTable, RaceWords } from './RaceTable';
import { RoundsView } from './RoundsView';
import { isCut, meanAccepted, totalsThrough, whole } from './rounds';

export type AcceptViewProps = Readonly<{
  config: Config;
  traces: Traces;
  method: MethodName;
  race: readonly MethodName[];
  /** Put a method into the race, or take it out. */
  onToggle: (method: MethodName) => void;
  /** Round shown last, from 0. */
  index: number;
  lit: number | undefined;
  onLight: (position: number | undefined) => void;
}>;

export function AcceptView(props: AcceptViewProps) {
  const words = usePanelWords('accept');
  const { config, traces, method, race, onToggle, index, lit, onLight } = props;
  const trace = traces[method];
  if (!trace || trace.steps.length === 0) {
    return <p className="accept-empty">{words('noRound')}</p>;
  }
  const { tokens } = totalsThrough(trace, index);
  return (
    <div className="accept">
      <TextSoFar config={config} trace={trace} index={index} lit={lit} />
      <div>
        <RoundsView config={config} steps={trace.steps} index={index} lit={lit} onLight={onLight} />
        <p className="rounds-note">{cutWords(trace, index, words)}</p>
      </div>
      <div className="accept-pair">
        <RaceChart traces={traces} method={method} index={index} />
        <RaceTable {...{ traces, method, race, onToggle, tokens }} recorded={isRecorded(trace)} />
      </div>
      <RaceWords />
      {trace.steps.some(({ drafts }) => drafts.length > 0) && (
        <div className="accept-pair" data-even>
          <section aria-label={words('inRound')}>
            <h4>
              {words('mean', {
                mean: words.number(meanAccepted(trace), 2),
                count: whole(trace).length,
              })}
            </h4>
            <Histogram trace={trace} />
          </section>
          <section aria-label={words('drafts')}>
            <h4>{words('drafts')}</h4>
            <SlotCurve traces={traces} method={method} />
            <p className="text-soft text-sm">
              {words('draftsMean')} {words('draftsFew', { least: LEAST_ROUNDS })}
            </p>
          </section>
        </div>
      )}
    </div>
  );
}

/** Why grey tokens stand behind a round that rejected nothing. */
function cutWords(trace: Trace, index: number, words: PanelWordsOf<'accept'>): string | null {
  const step = trace.steps[index];
  if (!step || !isCut(step)) return null;
  return words('cut', { tokens: trace.run.tokens, round: index + 1 });
}

type TextProps = Readonly<{
  config: Config;
  trace: Trace;
  index: number;
  lit: number | undefined;
}>;

/** Prompt, text, and what the round under the cursor has just added. */
function TextSoFar({ config, trace, index, lit }: TextProps) {
  const step = trace.steps[index];
  const before = trace.steps.slice(0, index).flatMap((past) => past.checks.slice(0, past.accepted));
  const added = step ? step.checks.slice(0, step.accepted) : [];
  const part = (tokens: readonly number[], from: number) => {
    const text = tokens.map((token) => config.vocabulary.charAt(token)).join('');
    const place = (lit ?? 0) - 1 - from;
    if (place < 0 || place >= text.length) return text;
    return (
      <>
        {text.slice(0, place)}
        <span className="accept-lit">{text.charAt(place)}</span>
        {text.slice(place + 1)}
      </>
    );
  };
  return (
    <p className="accept-text" lang="en">
      <span className="accept-prompt">{trace.run.prompt}</span>
      {part(before, 0)}
      <mark>{part(added, before.length)}</mark>
    </p>
  );
}
