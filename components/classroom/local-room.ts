// A room without a server: the teacher's window is the room, and the projector's window of the same browser
// listens to it. The same reducer and the same views as on a server; knows no React. Read next: use-here.ts.

import {
  type Answer,
  type Language,
  type Lesson,
  mine,
  newRoom,
  type Room,
  type RoomEvent,
  reduce,
  shared,
  type View,
  type Words,
} from '@/classroom';
import { createStore, type Store } from '../notebook/store';
import type { RoomState } from './connection';

/** The one device there is. */
export const HERE = '0'.repeat(32);
const TEACHER = { role: 'teacher', person: 'teacher', alias: '' } as const;

export type LocalRoom = Readonly<{
  store: Store<RoomState>;
  say: (words: Words) => void;
  /** A word of somebody in the room, said by the teacher's hand. @param seat from 1 */
  answer: (seat: number, scene: string, answer: Answer) => void;
  close: () => void;
}>;

export type Kept = Readonly<{ lesson: Lesson; room: Room }>;

type Told = Readonly<{ to: 'room' }> | Readonly<{ to: 'screen'; view: View | null }>;

/** A room that has just begun. */
export function beginRoom(lesson: Lesson, language: Language, born = Date.now()): Kept {
  // No code: nobody joins.
  return { lesson, room: newRoom({ code: '', born, lesson: lesson.id, language }) };
}

/**
 * The teacher's window: it holds the room and tells the projector's.
 * @param keep hears of every change, so that a reload goes on from there
 */
export function holdRoom({ lesson, room }: Kept, keep: (kept: Kept) => void): LocalRoom {
  const channel = openChannel(room.born);
  const viewFor = (role: 'teacher' | 'screen'): View => {
    const claims = {
      ...TEACHER,
      role,
      code: '',
      born: room.born,
      lesson: lesson.id,
      language: room.language,
    };
    return { ...shared(room, lesson, role), mine: mine(room, claims, HERE) };
  };
  const store = createStore<RoomState>(stateOf(viewFor('teacher')));
  const tell = (view: View | null) => channel.postMessage({ to: 'screen', view } satisfies Told);
  let closed = false;
  let n = Math.max(0, ...Object.values(room.heard).flatMap((devices) => Object.values(devices)));

  function hear(event: RoomEvent) {
    room = reduce(room, event);
    store.set(stateOf(viewFor('teacher')));
    tell(viewFor('screen'));
    keep({ lesson, room });
  }

  channel.onmessage = ({ data }: MessageEvent<Told>) => {
    if (data.to === 'room') tell(viewFor('screen'));
  };
  tell(viewFor('screen'));
  return {
    store,
    say(words) {
      n += 1;
      hear({ by: TEACHER, ...words, n, device: HERE } as RoomEvent);
    },
    answer(seat, scene, answer) {
      n += 1;
      const by = { role: 'student', person: `seat-${seat}`, alias: `Seat ${seat}` } as const;
      if (!room.people[by.person]) hear({ by, kind: 'here', device: HERE, connection: 'here.1' });
      hear({ by, kind: 'answer', n, device: HERE, scene, answer });
    },
    close() {
      if (closed) return; // a page that is left may be taken down as well
      closed = true;
      tell(null);
      channel.close();
    },
  };
}

/** The projector's window: what the teacher's tells it. @param born of the room */
export function watchRoom(born: number): Pick<LocalRoom, 'store' | 'close'> {
  const channel = openChannel(born);
  const store = createStore<RoomState>({
    status: { kind: 'connecting' },
    view: null,
    problem: null,
  });
  channel.onmessage = ({ data }: MessageEvent<Told>) => {
    if (data.to !== 'screen') return;
    // The teacher's window is closed, or loads anew: what was shown stays.
    if (data.view) store.set(stateOf(data.view));
    else store.set({ ...store.get(), status: { kind: 'lost' } });
  };
  channel.postMessage({ to: 'room' } satisfies Told);
  return { store, close: () => channel.close() };
}

function stateOf(view: View): RoomState {
  const status = view.now.ended
    ? ({ kind: 'gone', sentence: 'The lesson has ended.' } as const)
    : ({ kind: 'live' } as const);
  return { status, view, problem: null };
}

function openChannel(born: number): BroadcastChannel {
  return new BroadcastChannel(`foretoken-here-${born}`);
}
