'use client';
// What the class looks at together. Large, with strong contrast, without a control; the same with a server and
// without.

import { usePanelWords } from '../i18n/PanelWords';
import './classroom.css';
import { useEffect, useRef, useState } from 'react';
import type { PublicLesson, View } from '@/classroom';
import { at } from '../site';
import { showLateFaces } from '../ui/late-faces';
import type { LineStatus } from './connection';
import { givenWords } from './given-words';
import { JoinCard, spaced } from './JoinCard';
import { LineSign } from './LineSign';
import { QuestionBox } from './QuestionBox';
import { SceneFigure, useFetchAhead } from './SceneFigure';
import { useFit } from './use-fit';
import { useKeys, useSharedKeys } from './use-keys';
import { useWakeLock } from './use-wake-lock';

export type ProjectorProps = Readonly<{
  /** Names the room among the windows of this browser. */
  channel: string;
  view: View | null;
  status: LineStatus;
}>;

export function Projector({ channel, view, status }: ProjectorProps) {
  const words = usePanelWords('classroomRoom');
  const press = useSharedKeys(channel, () => {});
  const scene = useRef<HTMLElement>(null);
  useEffect(showLateFaces, []);
  useWakeLock();
  useFit(scene);
  useFetchAhead(view?.lesson.scenes as PublicLesson['scenes'] | undefined);
  // The clicker may belong to this window; the teacher's window of the same browser drives.
  useKeys((key) => {
    if (key === 'f') void document.documentElement.requestFullscreen?.().catch(() => {});
    else press(key);
    return true;
  });
  return (
    <section ref={scene} className="projector" aria-label={words('projector')}>
      {view && <Stage view={view} />}
      {status.kind !== 'live' && <LineSign status={status} />}
    </section>
  );
}

function Stage({ view }: { view: View }) {
  const words = usePanelWords('classroomRoom');
  const [site, setSite] = useState('');
  useEffect(() => setSite(location.origin + at('')), []);
  const { drive, code } = view.now;
  const scene = (view.lesson as PublicLesson).scenes[drive.scene];
  if (drive.black) return <div className="black" />;
  if (!scene) return null;
  const joins = code !== '' && (scene.show?.kind === 'join' || drive.joining);
  const here = view.crowd?.people.filter((person) => person.here).length ?? 0;
  return (
    <>
      <header className="projector-head">
        <span className="figures">{spaced(code)}</span>
        <span>
          {code === '' ? words('oneDevice') : words('here', { count: here })}
          {givenWords(view, words)}
        </span>
      </header>
      <h1>{scene.title}</h1>
      <div className="projector-words">
        <div>
          {scene.steps.slice(0, drive.step + 1).map((step, k) => (
            <p key={step} className="projector-step" data-now={k === drive.step || undefined}>
              {step}
            </p>
          ))}
        </div>
        {scene.question && (
          <QuestionBox question={scene.question} result={view.results[scene.id]} />
        )}
      </div>
      <div className="projector-figure">
        {joins ? (
          <JoinCard code={code} site={site} />
        ) : (
          <SceneFigure scene={scene} view={view} person={drive.spot ?? undefined} />
        )}
      </div>
    </>
  );
}
