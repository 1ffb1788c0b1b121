'use client';
// Guess first, then read why. What a reader answered stays on the reader's own device, and nowhere else.

import './question.css';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { usePanelWords } from '../i18n/PanelWords';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { keepAnswer, keptAnswer } from './kept-answers';

export type QuestionProps = Readonly<{
  /** Its name in the reader's storage, unique in the notebook. */
  id: string;
  ask: string;
  /** Two or more `<Answer>`, one of them right, then `<Why>`. */
  children: ReactNode;
}>;

type Asked = Readonly<{ chosen: string | undefined; choose: (answer: string) => void }>;

const QuestionContext = createContext<Asked>({ chosen: undefined, choose: () => {} });

export function Question({ id, ask, children }: QuestionProps) {
  const words = usePanelWords('question');
  const [chosen, setChosen] = useState<string>();
  useEffect(() => setChosen(keptAnswer(id)), [id]);
  function choose(answer: string | undefined) {
    setChosen(answer);
    keepAnswer(id, answer);
  }
  return (
    <QuestionContext value={{ chosen, choose }}>
      <section className="question" aria-label={words('title')}>
        <p className="question-ask">
          <span className="question-sign">{words('title')}</span> {ask}
        </p>
        {children}
        {chosen !== undefined && (
          <Button look="bare" onClick={() => choose(undefined)}>
            {words('again')}
          </Button>
        )}
      </section>
    </QuestionContext>
  );
}

export type AnswerProps = Readonly<{
  /** Its name in the reader's storage, unique in the question. */
  id: string;
  right?: boolean;
  children: ReactNode;
}>;

export function Answer({ id, right = false, children }: AnswerProps) {
  const words = usePanelWords('question');
  const { chosen, choose } = useContext(QuestionContext);
  const mine = chosen === id;
  const shown = chosen !== undefined && (mine || right);
  const sign = right ? (mine ? 'right' : 'this') : 'wrong';
  return (
    <button
      type="button"
      className="question-answer"
      aria-pressed={mine}
      data-sign={shown ? sign : undefined}
      onClick={() => choose(id)}
    >
      <span>{children}</span>
      {shown && (
        <span className="question-mark">
          <Icon name={right ? 'check' : 'cross'} />
          {words(sign)}
        </span>
      )}
    </button>
  );
}

/** The explanation: in the HTML from the start, shown once the reader has guessed. */
export function Why({ children }: Readonly<{ children: ReactNode }>) {
  const { chosen } = useContext(QuestionContext);
  return (
    <div role="status">
      <div className="question-why" hidden={chosen === undefined}>
        {children}
      </div>
    </div>
  );
}
