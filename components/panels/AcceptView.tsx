'use client';
// The picture of speculative acceptance: text so far, rounds, race, histogram and slots. A pure function
// of traces and cursor.

import type { Config, MethodName, Trace } from '@/gpu';
import { isRecorded } from '../notebook/recorded';
import type { Traces } from '../notebook/state';
import { Histogram, SlotCurve } from './AcceptCharts';
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
  const { config, traces, method, race, onToggle, index, lit, onLight } = props;
  const trace = traces[method];
  if (!trace || trace.steps.length === 0) {
    return <p className="accept-empty">No round yet.</p>;
  }
  const { tokens } = totalsThrough(trace, index);
  return (
    <div className="accept">
      <TextSoFar config={config} trace={trace} index={index} lit={lit} />
      <div>
        <RoundsView config={config} steps={trace.steps} index={index} lit={lit} onLight={onLight} />
        <p className="rounds-note">{cutWords(trace, index)}</p>
      </div>
      <div className="accept-pair">
        <RaceChart traces={traces} method={method} index={index} />
        <RaceTable {...{ traces, method, race, onToggle, tokens }} recorded={isRecorded(trace)} />
      </div>
      <RaceWords />
      {trace.steps.some(({ drafts }) => drafts.length > 0) && (
        <div className="accept-pair" data-even>
          <section aria-label="Tokens accepted in a round">
            <h4>
              {meanAccepted(trace).toFixed(2)} tokens a round, in {whole(trace).length} whole rounds
            </h4>
            <Histogram trace={trace} />
          </section>
          <section aria-label="How far the drafts hold">
            <h4>How far the drafts hold</h4>
            <SlotCurve traces={traces} method={method} />
            <p className="text-soft text-sm">
              In two-call methods the first draft is the pick of the teacher, the model that checks:
              it is always right. Methods of one call have it from the call before and start with
              the second.
            </p>
          </section>
        </div>
      )}
    </div>
  );
}

/** Why grey tokens stand behind a round that rejected nothing. */
function cutWords(trace: Trace, index: number): string | null {
  const step = trace.steps[index];
  if (!step || !isCut(step)) return null;
  const { tokens } = trace.run;
  const length = tokens === 1 ? '1 token' : `${tokens} tokens`;
  return `The run ends at ${length}: what round ${index + 1} drafted beyond is left out.`;
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
    <p className="accept-text">
      <span className="accept-prompt">{trace.run.prompt}</span>
      {part(before, 0)}
      <mark>{part(added, before.length)}</mark>
    </p>
  );
}
