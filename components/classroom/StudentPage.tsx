'use client';
// A student's phone: in with one press, then the class's scene, and something to do in it. Needs no model.

import { usePanelWords } from '../i18n/PanelWords';
import { at } from '../site';
import './classroom.css';
import { useEffect, useState } from 'react';
import { aliasOf, type View } from '@/classroom';
import { Button } from '../ui/Button';
import { Chapters } from './Chapters';
import { useBrowserLanguage, useClassLanguage } from './ClassLanguage';
import { sentenceOf } from './connection';
import { LineSign } from './LineSign';
import { StudentScene } from './StudentScene';
import { useRoom } from './use-room';

const placeOf = (code: string) => `foretoken-room-${code}`;

export function StudentPage({ code }: { code: string }) {
  const words = usePanelWords('classroomRoom');
  const [token, setToken] = useState<string | null>(null);
  const [known, setKnown] = useState(false);
  const room = useRoom(code, token);
  const browsers = useBrowserLanguage();
  useClassLanguage(room.view?.now.language ?? browsers);

  // A device that was here comes back by itself.
  useEffect(() => {
    setToken(localStorage.getItem(placeOf(code)));
    setKnown(true);
  }, [code]);

  function enter(fresh: string) {
    localStorage.setItem(placeOf(code), fresh);
    setToken(fresh);
  }

  if (!known) return null;
  if (token === null) return <JoinForm code={code} onToken={enter} />;
  if (room.status.kind === 'gone') {
    const ended = room.view?.now.ended === true;
    return (
      <section className="student">
        <h1>{words(ended ? 'thanks' : 'notHere')}</h1>
        <LineSign status={room.status} />
        {ended ? (
          <ReadOn
            scenes={room.view?.lesson.scenes ?? []}
            language={room.view?.now.language ?? 'en'}
          />
        ) : (
          <p>
            <Button
              onClick={() => {
                localStorage.removeItem(placeOf(code));
                setToken(null);
              }}
            >
              {words('joinAnew')}
            </Button>
          </p>
        )}
      </section>
    );
  }
  return (
    <section className="student">
      <header className="student-head">
        <b>{room.view?.mine.alias ?? ''}</b>
        <LineSign status={room.status} />
      </header>
      {room.view && <StudentScene view={room.view} say={room.say} />}
      <p role="alert">{room.problem}</p>
    </section>
  );
}

/** What the lesson says to read on with, once its room is gone. */
function ReadOn({
  scenes,
  language,
}: Pick<View['lesson'], 'scenes'> & Pick<View['now'], 'language'>) {
  const { prompt, read } = scenes.find((scene) => scene.read) ?? {};
  if (!read) return null;
  return (
    <>
      <p>{prompt}</p>
      <Chapters read={read} language={language} />
    </>
  );
}

function JoinForm({ code, onToken }: { code: string; onToken: (token: string) => void }) {
  const words = usePanelWords('classroomRoom');
  const [alias, setAlias] = useState(throwAlias);
  const [problem, setProblem] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);

  async function join() {
    setAsking(true);
    try {
      const body = JSON.stringify({ alias });
      const response = await fetch(at(`/api/classroom/${code}/join`), { method: 'POST', body });
      if (!response.ok) throw new Error(await sentenceOf(response));
      onToken(((await response.json()) as { token: string }).token);
    } catch (cause) {
      setAsking(false);
      setProblem(cause instanceof TypeError ? words('joinOffline') : (cause as Error).message);
    }
  }

  return (
    <section className="student">
      <h1>
        {words('room')} <span className="figures">{code}</span>
      </h1>
      <p>{words('called')}</p>
      <p className="student-alias">{alias}</p>
      <div className="button-row">
        <Button look="main" disabled={asking} onClick={() => void join()}>
          {words('join')}
        </Button>
        <Button icon="dice" onClick={() => setAlias(throwAlias())}>
          {words('anotherAlias')}
        </Button>
      </div>
      <p role="alert">{problem}</p>
      <p className="text-soft">{words('joinPrivacy')}</p>
    </section>
  );
}

function throwAlias(): string {
  return aliasOf([Math.random(), Math.random()]);
}
