'use client';
// Where a lesson begins: one press opens a room; a code leads into one.

import './classroom.css';
import { type FormEvent, useState } from 'react';
import { CODE_WORDS, readCode } from '@/classroom';
import { at, FILES_ALONE } from '../site';
import { Button } from '../ui/Button';
import { sentenceOf } from './connection';

export type StartPageProps = Readonly<{
  lessons: readonly Readonly<{ id: string; title: string; summary: string; minutes: number }>[];
}>;

export function StartPage({ lessons }: StartPageProps) {
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [opening, setOpening] = useState(false);

  async function open(lesson: string) {
    setOpening(true);
    try {
      const body = JSON.stringify({ lesson });
      const response = await fetch(at('/api/classroom'), { method: 'POST', body });
      if (!response.ok) throw new Error(await sentenceOf(response));
      const { code, teacher, screen } = (await response.json()) as Record<string, string>;
      location.assign(at(`/classroom/${code}/teach#key=${teacher}&screen=${screen}`));
    } catch (cause) {
      setOpening(false);
      const offline = 'The server does not answer. A room needs it; the notebook does not.';
      setProblem(cause instanceof TypeError ? offline : String((cause as Error).message));
    }
  }

  function join(event: FormEvent) {
    event.preventDefault();
    const code = readCode(typed);
    if (code) location.assign(at(`/classroom/${code}`));
    else setProblem(`“${typed}” is no code; a code is ${CODE_WORDS}.`);
  }

  return (
    <div className="start">
      {FILES_ALONE ? (
        <p>
          This copy of the site is files alone. A room with phones needs its server; a lesson on one
          device does not.
        </p>
      ) : (
        <section aria-labelledby="join-title">
          <h2 id="join-title">Join a lesson</h2>
          <form className="start-join" onSubmit={join}>
            <label className="field">
              <span className="field-label">Code on the projector</span>
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
              Join
            </button>
          </form>
        </section>
      )}
      <section aria-labelledby="open-title">
        <h2 id="open-title">Teach a lesson</h2>
        {lessons.map(({ id, title, summary, minutes }) => (
          <article key={id} className="start-lesson">
            <h3>
              {title} <span className="text-soft">{minutes} minutes</span>
            </h3>
            <p>{summary}</p>
            <div className="button-row">
              {!FILES_ALONE && (
                <Button look="quiet" disabled={opening} onClick={() => void open(id)}>
                  Open a room
                </Button>
              )}
              <a className="button" href={at(`/classroom/here#lesson=${id}`)}>
                On this device alone
              </a>
            </div>
          </article>
        ))}
      </section>
      <p role="alert" className="start-problem">
        {problem}
      </p>
      <p className="text-soft">
        On one device, the teacher’s window and the projector’s keep step without any server; there
        are no phones, so the numbers are thrown by the device itself and hands are counted by the
        teacher.
      </p>
      {!FILES_ALONE && (
        <p className="text-soft">
          No account, no names. A room’s aliases and answers are on this site’s server until two
          hours after its last word, and nowhere else.
        </p>
      )}
    </div>
  );
}
