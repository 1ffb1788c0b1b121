'use client';
// A student's phone: in with one press, then the class's scene, and something to do in it. Needs no model.

import './classroom.css';
import { useEffect, useState } from 'react';
import { aliasOf } from '@/classroom';
import { at } from '../site';
import { Button } from '../ui/Button';
import { sentenceOf } from './connection';
import { LineSign } from './LineSign';
import { StudentScene } from './StudentScene';
import { useRoom } from './use-room';

const placeOf = (code: string) => `foretoken-room-${code}`;

export function StudentPage({ code }: { code: string }) {
  const [token, setToken] = useState<string | null>(null);
  const [known, setKnown] = useState(false);
  const room = useRoom(code, token);

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
    return (
      <section className="student">
        <h1>{room.view?.now.ended ? 'Thank you for coming' : 'You are not in this room'}</h1>
        <LineSign status={room.status} />
        <p>
          <Button
            onClick={() => {
              localStorage.removeItem(placeOf(code));
              setToken(null);
            }}
          >
            Join anew
          </Button>
        </p>
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

function JoinForm({ code, onToken }: { code: string; onToken: (token: string) => void }) {
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
      const offline = 'The server does not answer. Look at your network, then try again.';
      setProblem(cause instanceof TypeError ? offline : (cause as Error).message);
    }
  }

  return (
    <section className="student">
      <h1>
        Room <span className="figures">{code}</span>
      </h1>
      <p>You will be called</p>
      <p className="student-alias">{alias}</p>
      <div className="button-row">
        <Button look="main" disabled={asking} onClick={() => void join()}>
          Join
        </Button>
        <Button icon="dice" onClick={() => setAlias(throwAlias())}>
          Another alias
        </Button>
      </div>
      <p role="alert">{problem}</p>
      <p className="text-soft">
        Nobody asks for your name. Alias and answers go to this site’s server, are seen by the
        teacher, and are gone two hours after the room’s last word.
      </p>
    </section>
  );
}

function throwAlias(): string {
  return aliasOf([Math.random(), Math.random()]);
}
