'use client';

// A question: its choices to press, or its results once they are shown. A pure function.

import type { PublicScene, Result } from '@/classroom';
import { usePanelWords } from '../i18n/PanelWords';
import { Icon } from '../ui/Icon';

export type QuestionBoxProps = Readonly<{
  question: NonNullable<PublicScene['question']>;
  result: Result | undefined;
  /** The reader's own choice. */
  chosen?: number | undefined;
  /** Where the reader may choose. */
  onChoose?: ((choice: number) => void) | undefined;
}>;

export function QuestionBox({ question, result, chosen, onChoose }: QuestionBoxProps) {
  const words = usePanelWords('classroomRoom');
  const { ask, choices } = question;
  const all = result?.counts.reduce((sum, count) => sum + count, 0) ?? 0;
  return (
    <section className="question" aria-label={words('question')}>
      <p className="question-ask">{ask}</p>
      <ol>
        {choices.map((choice, k) => {
          const count = result?.counts[k] ?? 0;
          const right = result?.answer === k;
          const marks = {
            className: 'choice',
            'data-chosen': chosen === k || undefined,
            'data-right': right || undefined,
            style: { '--share': all === 0 ? 0 : count / all } as React.CSSProperties,
          };
          const inside = (
            <>
              <span>{choice}</span>
              {right && (
                <span className="choice-right">
                  <Icon name="check" /> {words('right')}
                </span>
              )}
              {chosen === k && <span className="choice-own">{words('yourChoice')}</span>}
              {result && <b className="figures">{count}</b>}
            </>
          );
          return (
            <li key={choice}>
              {onChoose && !result ? (
                <button
                  {...marks}
                  type="button"
                  aria-pressed={chosen === k}
                  onClick={() => onChoose(k)}
                >
                  {inside}
                </button>
              ) : (
                <div {...marks}>{inside}</div>
              )}
            </li>
          );
        })}
      </ol>
      {result && <p className="question-why">{result.why}</p>}
    </section>
  );
}
