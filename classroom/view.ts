// What each role may see of a room. Notes, answers and who answered what go to the teacher alone; the
// functions below name what leaves, and nothing else does.

import type { Claims, Role } from './claims';
import type { Lesson, PublicLesson, PublicScene, Scene } from './lesson';
import type { Answer, Drive } from './messages';
import type { Person, Room } from './room';

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
    answers: Readonly<Record<string, Answer>>;
  }>;
  /** For the teacher, and as far as they are shown, for the projector. */
  crowd: Readonly<{
    /** How many have answered the scene that is shown. */
    answered: number;
    people: readonly Member[];
    /** Random numbers and choices by scene and student; on the projector the numbers alone. */
    answers: Readonly<Record<string, Readonly<Record<string, Answer>>>>;
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
  const answers = Object.entries(room.answers).flatMap(([scene, given]) => {
    const answer = Object.hasOwn(given, person) ? given[person] : undefined;
    return answer ? [[scene, answer] as const] : [];
  });
  return {
    ...{ role, person, alias: room.people[person]?.alias ?? claims.alias },
    heard: room.heard[person]?.[device] ?? 0,
    removed: room.drive.removed.includes(person),
    answers: Object.fromEntries(answers),
  };
}

function nowOf(room: Room, role: Role): View['now'] {
  const { code, born, waiting, ended, driver } = room;
  const { removed, spot, ...drive } = room.drive;
  const state = { code, born, waiting, ended };
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

/** Answers of a scene, without those of students who were sent out. */
function answersOf(room: Room, scene: string): Record<string, Answer> {
  const gone = new Set(room.drive.removed);
  const given = Object.entries(room.answers[scene] ?? {});
  return Object.fromEntries(given.filter(([person]) => !gone.has(person)));
}

function resultsOf(room: Room, { scenes }: Lesson, teacher: boolean): View['results'] {
  const open = scenes.filter(({ id }) => teacher || room.drive.revealed.includes(id));
  return Object.fromEntries(
    open.flatMap(({ id, question }) => {
      if (!question) return [];
      const counts = question.choices.map(() => 0);
      for (const answer of Object.values(answersOf(room, id))) {
        if (!('choice' in answer)) continue;
        const count = counts[answer.choice];
        if (count !== undefined) counts[answer.choice] = count + 1;
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
  const answers = scenes.map(({ id }) => {
    const given = Object.entries(answersOf(room, id));
    return [id, Object.fromEntries(given.filter(([, answer]) => teacher || !('choice' in answer)))];
  });
  const shown = scenes[room.drive.scene]?.id ?? '';
  const answered = Object.keys(answersOf(room, shown)).length;
  return { answered, people, answers: Object.fromEntries(answers) };
}

function isHere(open: Person['open']): boolean {
  return Object.keys(open).length > 0;
}

/** Names every field that may leave: a field that is added stays inside until it is named here. */
export function publicLesson({ id, title, scenes }: Lesson): PublicLesson {
  return { id, title, scenes: scenes.map(publicScene) };
}

function publicScene({ id, title, minutes, steps, prompt, show, question }: Scene): PublicScene {
  const asked = question ? { ask: question.ask, choices: question.choices } : null;
  return { id, title, minutes, steps, prompt, ...(show ? { show } : {}), question: asked };
}
