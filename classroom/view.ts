// What each role may see of a room. Notes, answers and who answered what go to the teacher alone; the
// functions below name what leaves, and nothing else does.

import type { Claims, Role } from './claims';
import type { Language, Lesson, PublicLesson, PublicScene, Scene } from './lesson';
import type { Choice, Drive, Numbers } from './messages';
import type { BySceneAndStudent, Person, Room } from './room';

/** Answers to a scene, counted; the right one where there is one. */
export type Result = Readonly<{
  /** By choice. */
  counts: readonly number[];
  answer: number | null;
  why: string;
}>;

export type Member = Readonly<{
  person: string;
  alias: string;
  here: boolean;
  where: string | null;
}>;

export type View = Readonly<{
  lesson: PublicLesson | Lesson;
  now: Readonly<{
    code: string;
    born: number;
    language: Language;
    waiting: boolean;
    ended: boolean;
    drive: Omit<Drive, 'removed' | 'spot'> & Partial<Pick<Drive, 'removed' | 'spot'>>;
    driver: string | null;
  }>;
  figure: unknown;
  results: Readonly<Record<string, Result>>;
  mine: Readonly<{
    role: Role;
    person: string;
    alias: string;
    /** Number of the last message that the room heard from this device. */
    heard: number;
    removed: boolean;
    /** Scene at which this student looks round; null with the class. */
    where: string | null;
    /** By scene. */
    choices: Readonly<Record<string, Choice>>;
    numbers: Readonly<Record<string, Numbers>>;
  }>;
  /** For the teacher, and as far as they are shown, for the projector. */
  crowd: Readonly<{
    /** How many have voted in the scene that is shown. */
    votes: number;
    people: readonly Member[];
    numbers: BySceneAndStudent<Numbers>;
    /** For the teacher alone. */
    choices: BySceneAndStudent<Choice>;
  }> | null;
}>;

/** The same for everyone of a role. */
export function shared(room: Room, lesson: Lesson, role: Role): Omit<View, 'mine'> {
  const teacher = role === 'teacher';
  return {
    lesson: teacher ? lesson : publicLesson(lesson),
    now: nowOf(room, role),
    figure: room.figure,
    results: resultsOf(room, lesson, teacher),
    crowd: role === 'student' ? null : crowdOf(room, lesson, teacher),
  };
}

export function mine(room: Room, claims: Claims, device: string): View['mine'] {
  const { person, role } = claims;
  return {
    ...{ role, person, alias: room.people[person]?.alias ?? claims.alias },
    heard: room.heard[person]?.[device] ?? 0,
    removed: room.drive.removed.includes(person),
    where: room.people[person]?.where ?? null,
    choices: ofPerson(room.choices, person),
    numbers: ofPerson(room.numbers, person),
  };
}

function ofPerson<T>(all: BySceneAndStudent<T>, person: string): Record<string, T> {
  const own = Object.entries(all).flatMap(([scene, given]) => {
    const value = Object.hasOwn(given, person) ? given[person] : undefined;
    return value === undefined ? [] : [[scene, value] as const];
  });
  return Object.fromEntries(own);
}

function nowOf(room: Room, role: Role): View['now'] {
  const { code, born, language, waiting, ended, driver } = room;
  const { removed, spot, ...drive } = room.drive;
  const state = { code, born, language, waiting, ended };
  switch (role) {
    case 'teacher':
      return { ...state, drive: { ...drive, removed, spot }, driver };
    case 'screen':
      return { ...state, drive: { ...drive, spot }, driver: null };
    case 'student':
      return { ...state, drive, driver: null };
    default:
      return role satisfies never;
  }
}

/** Without what students gave who were sent out. */
function withoutRemoved<T>(all: BySceneAndStudent<T>, { removed }: Drive): BySceneAndStudent<T> {
  const gone = new Set(removed);
  const scenes = Object.entries(all).map(([scene, given]) => {
    const kept = Object.entries(given).filter(([person]) => !gone.has(person));
    return [scene, Object.fromEntries(kept)] as const;
  });
  return Object.fromEntries(scenes);
}

function resultsOf(room: Room, { scenes }: Lesson, teacher: boolean): View['results'] {
  const choices = withoutRemoved(room.choices, room.drive);
  const open = scenes.filter(({ id }) => teacher || room.drive.revealed.includes(id));
  return Object.fromEntries(
    open.flatMap(({ id, question }) => {
      if (!question) return [];
      const counts = question.choices.map(() => 0);
      for (const { choice } of Object.values(choices[id] ?? {})) {
        counts[choice] = (counts[choice] ?? 0) + 1;
      }
      return [[id, { counts, answer: question.answer, why: question.why }]];
    }),
  );
}

function crowdOf(room: Room, { scenes }: Lesson, teacher: boolean): View['crowd'] {
  const gone = new Set(room.drive.removed);
  const named = teacher || !room.drive.anonymous;
  const people = Object.entries(room.people)
    .filter(([person]) => !gone.has(person))
    .map(([person, { alias, open, where }]) => ({
      ...{ person, alias: named ? alias : '', here: isHere(open), where: teacher ? where : null },
    }));
  const choices = withoutRemoved(room.choices, room.drive);
  const numbers = withoutRemoved(room.numbers, room.drive);
  const votes = Object.keys(choices[scenes[room.drive.scene]?.id ?? ''] ?? {}).length;
  return { votes, people, numbers, choices: teacher ? choices : {} };
}

function isHere(open: Person['open']): boolean {
  return Object.keys(open).length > 0;
}

/** Names every field that may leave: a field that is added stays inside until it is named here. */
export function publicLesson({ id, title, scenes }: Lesson): PublicLesson {
  return { id, title, scenes: scenes.map(publicScene) };
}

function publicScene(scene: Scene): PublicScene {
  const { id, title, minutes, steps, prompt, show, question, read } = scene;
  const asked = question ? { ask: question.ask, choices: question.choices } : null;
  const more = { ...(show ? { show } : {}), ...(read ? { read } : {}) };
  return { id, title, minutes, steps, prompt, ...more, question: asked };
}
