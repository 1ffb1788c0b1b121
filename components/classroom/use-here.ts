'use client';
// A component's share of a room that is on this device alone; see local-room.ts.

import { useEffect, useState, useSyncExternalStore } from 'react';
import { type Language, type Lesson, type View, withoutPhones } from '@/classroom';
import { at, FILES_ALONE } from '../site';
import { type RoomState, sentenceOf } from './connection';
import { lessonOrKept } from './kept-lessons';
import { beginRoom, holdRoom, type Kept, type LocalRoom, watchRoom } from './local-room';

const PLACE = 'foretoken-here';
const NOTHING: RoomState = { status: { kind: 'connecting' }, view: null, problem: null };

/**
 * The teacher's window.
 * @param lesson id; a room of it that was here goes on
 */
export function useHereRoom(lesson: string | null, language: Language) {
  const [room, setRoom] = useState<LocalRoom | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    if (lesson === null) return;
    let held: LocalRoom | undefined;
    let left = false;
    const open = async () => {
      const kept = readKept();
      const goesOn = kept?.lesson.id === lesson && kept.room.language === language;
      const fresh = () => lessonOrKept(`${lesson}.${language}`, () => lessonFor(lesson, language));
      const now = goesOn ? kept : beginRoom(withoutPhones(await fresh()), language);
      if (left) return;
      held = holdRoom(now, (next) => sessionStorage.setItem(PLACE, JSON.stringify(next)));
      setRoom(held);
    };
    open().catch((cause: Error) => setProblem(cause.message));
    const leave = () => held?.close();
    // A page that the browser shows again begins anew from what was kept.
    const again = ({ persisted }: PageTransitionEvent) => persisted && location.reload();
    addEventListener('pagehide', leave);
    addEventListener('pageshow', again);
    return () => {
      left = true;
      removeEventListener('pagehide', leave);
      removeEventListener('pageshow', again);
      held?.close();
      setRoom(null);
    };
  }, [lesson, language]);

  return { ...useRoomState(room), room, problem };
}

/** The projector's window. */
export function useHereScreen(born: number | null): RoomState {
  const [watched, setWatched] = useState<Pick<LocalRoom, 'store'> | null>(null);
  useEffect(() => {
    if (born === null) return;
    const room = watchRoom(born);
    setWatched(room);
    return () => room.close();
  }, [born]);
  return useRoomState(watched);
}

function useRoomState(room: Pick<LocalRoom, 'store'> | null): RoomState {
  return useSyncExternalStore(
    room?.store.subscribe ?? nowhere,
    () => room?.store.get() ?? NOTHING,
    () => NOTHING,
  );
}

function nowhere() {
  return () => {};
}

function readKept(): Kept | null {
  const text = sessionStorage.getItem(PLACE);
  return text === null ? null : (JSON.parse(text) as Kept);
}

/**
 * A lesson with its notes. Where the site is files alone they are a file; where it has a server that keeps them
 * from students, they come as to any teacher, who opens a room. From then on no server is needed.
 */
async function lessonFor(id: string, language: Language): Promise<Lesson> {
  const ask = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(at(path), init);
    if (!response.ok) throw new Error(await sentenceOf(response));
    return response;
  };
  if (FILES_ALONE) {
    return (await (await ask(`/classroom/lessons/${id}.${language}.json`)).json()) as Lesson;
  }
  const opened = await ask('/api/classroom', {
    method: 'POST',
    body: JSON.stringify({ lesson: id, language }),
  });
  const { code, teacher } = (await opened.json()) as Record<string, string>;
  const headers = { Authorization: `Bearer ${teacher}`, 'X-Device': '0'.repeat(32) };
  const view = (await (await ask(`/api/classroom/${code}/view`, { headers })).json()) as View;
  const end = { kind: 'end', n: 1, device: '0'.repeat(32) };
  await ask(`/api/classroom/${code}/say`, { method: 'POST', headers, body: JSON.stringify(end) });
  return view.lesson as Lesson;
}
