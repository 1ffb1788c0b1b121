'use client';
// The projector: what the class looks at together. Large, with strong contrast, without a control.

import './classroom.css';
import { useEffect, useState } from 'react';
import type { PublicLesson, View } from '@/classroom';
import { JoinCard, spaced } from './JoinCard';
import { LineSign } from './LineSign';
import { QuestionBox } from './QuestionBox';
import { SceneFigure } from './SceneFigure';
import { useKeys, useSharedKeys } from './use-keys';
import { useLinkKeys, useRoom } from './use-room';
import { useWakeLock } from './use-wake-lock';

export function ScreenPage({ code }: { code: string }) {
  const keys = useLinkKeys(code);
  const { view, status } = useRoom(code, keys?.key ?? null);
  const press = useSharedKeys(code, () => {});
  useWakeLock();
  // The clicker may belong to this window; the teacher's window of the same browser drives.
  useKeys((key) => {
    if (key === 'f') void document.documentElement.requestFullscreen?.().catch(() => {});
    else press(key);
    return true;
  });
  return (
    <section className="projector" aria-label="Projector">
      {keys === null && <p>This address lacks its key: open it from the teacher’s page.</p>}
      {view && <Stage view={view} />}
      {status.kind !== 'live' && keys !== null && <LineSign status={status} />}
    </section>
  );
}

function Stage({ view }: { view: View }) {
  const [origin, setOrigin] = useState('');
  useEffect(() => setOrigin(location.origin), []);
  const { drive, code } = view.now;
  const scene = (view.lesson as PublicLesson).scenes[drive.scene];
  if (drive.black) return <div className="black" />;
  if (!scene) return null;
  const joins = scene.show?.kind === 'join' || drive.joining;
  const { answered, people } = view.crowd ?? { answered: 0, people: [] };
  const here = people.filter((person) => person.here).length;
  const kind = scene.show?.kind;
  const asks = scene.question !== null || kind === 'dice' || kind === 'own';
  return (
    <>
      <header className="projector-head">
        <span className="figures">{spaced(code)}</span>
        <span>
          {here} here{asks && `, ${answered} answered`}
        </span>
      </header>
      <h1>{scene.title}</h1>
      {scene.steps.slice(0, drive.step + 1).map((words, k) => (
        <p key={words} className="projector-step" data-now={k === drive.step || undefined}>
          {words}
        </p>
      ))}
      {joins && <JoinCard code={code} origin={origin} />}
      {scene.question && <QuestionBox question={scene.question} result={view.results[scene.id]} />}
      <SceneFigure scene={scene} view={view} person={drive.spot ?? undefined} />
    </>
  );
}
