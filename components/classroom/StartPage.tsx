'use client';
// Where a lesson begins: one press opens a room; a code leads into one.

import { usePanelWords } from '../i18n/PanelWords';
import './classroom.css';
import { type FormEvent, useState } from 'react';
import { readCode } from '@/classroom';
import { Button } from '../ui/Button';
import { sentenceOf } from './connection';

export type StartPageProps = Readonly<{
  /** Whether there is a server that keeps rooms. */
  rooms: boolean;
  lessons: readonly Readonly<{ id: string; title: string; summary: string; minutes: number }>[];
}>;

export function StartPage({ rooms, lessons }: StartPageProps) {
  const words = usePanelWords('classroomOpen');
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [opening, setOpening] = useState(false);

  async function open(lesson: string) {
    setOpening(true);
    try {
      const body = JSON.stringify({ lesson });
      const response = await fetch('/api/classroom', { method: 'POST', body });
      if (!response.ok) throw new Error(await sentenceOf(response));
      const { code, teacher, screen } = (await response.json()) as Record<string, string>;
      location.assign(`/classroom/${code}/teach#key=${teacher}&screen=${screen}`);
    } catch (cause) {
      setOpening(false);
      setProblem(cause instanceof TypeError ? words('offline') : String((cause as Error).message));
    }
  }

  function join(event: FormEvent) {
    event.preventDefault();
    const code = readCode(typed);
    if (code) location.assign(`/classroom/${code}`);
    else setProblem(words('noCode', { typed }));
  }

  return (
    <div className="start">
      {rooms ? (
        <section aria-labelledby="join-title">
          <h2 id="join-title">{words('joinTitle')}</h2>
          <form className="start-join" onSubmit={join}>
            <label className="field">
              <span className="field-label">{words('code')}</span>
              <input
                className="field-input"
                value={typed}
                autoCapitalize="characters"
                autoComplete="off"
                spellCheck={false}
                maxLength={12}
                onChange={(event) => setTyped(event.target.value)}
              />
            </label>
            <button type="submit" className="button" data-look="main">
              {words('join')}
            </button>
          </form>
        </section>
      ) : (
        <p>{words('filesOnly')}</p>
      )}
      <section aria-labelledby="open-title">
        <h2 id="open-title">{words('teachTitle')}</h2>
        {lessons.map(({ id, title, summary, minutes }) => (
          <article key={id} className="start-lesson">
            <h3>
              {title} <span className="text-soft">{words('minutes', { minutes })}</span>
            </h3>
            <p>{summary}</p>
            <div className="button-row">
              {rooms && (
                <Button look="quiet" disabled={opening} onClick={() => void open(id)}>
                  {words('openRoom')}
                </Button>
              )}
              <a className="button" href={`/classroom/here#lesson=${id}`}>
                {words('here')}
              </a>
            </div>
          </article>
        ))}
      </section>
      <p role="alert" className="start-problem">
        {problem}
      </p>
      <p className="text-soft">{words('hereNote')}</p>
      <p className="text-soft">{words('privacy')}</p>
    </div>
  );
}
