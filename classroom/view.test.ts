import { expect, test } from 'vitest';
import type { Claims } from './claims';
import type { Lesson } from './lesson';
import { lessonOf } from './lessons';
import { newRoom, type RoomEvent, reduce } from './room';
import { mine, shared } from './view';

const MARK = 'marker-4711';
const lesson: Lesson = planted(lessonOf('dependent-or-independent'));
const people = ['a', 'b', 'c'];
const events: RoomEvent[] = people.flatMap((person, k): RoomEvent[] => {
  const by = { role: 'student', person, alias: `Blue Heron` } as const;
  const said = { by, kind: 'answer', device: 'd' } as const;
  return [
    { by, kind: 'here', device: 'd', connection: '1' },
    { ...said, n: 1, scene: 'four-pairs', answer: { choice: k % 2 } },
    { ...said, n: 2, scene: 'names', answer: { u: k / 10, by: 'hand' } },
  ];
});
const room = events.reduce(
  reduce,
  newRoom({ code: 'ABCDEF', born: 1, lesson: lesson.id, language: 'en' }),
);
const revealed = { ...room, drive: { ...room.drive, revealed: ['four-pairs'] } };

/** The lesson with a marker in everything that only a teacher may read. */
function planted(real: Lesson): Lesson {
  const scenes = real.scenes.map((scene) => ({
    ...scene,
    notes: MARK,
    alone: { steps: [MARK], notes: MARK },
    ...(scene.question ? { question: { ...scene.question, why: MARK } } : {}),
  }));
  return { ...real, scenes };
}

const claims = (role: Claims['role']): Claims => ({
  ...{ code: 'ABCDEF', born: 1, lesson: lesson.id, language: 'en', role, person: 'a', alias: '' },
});

for (const role of ['student', 'screen'] as const) {
  test(`neither notes nor answers reach a ${role} before the reveal`, () => {
    const seen = JSON.stringify({
      ...shared(room, lesson, role),
      mine: mine(room, claims(role), 'd'),
    });
    expect(seen).not.toContain(MARK);
    expect(seen).not.toContain('notes');
    expect(shared(room, lesson, role).results).toEqual({});
  });

  test(`after the reveal a ${role} sees this scene's answer and still no notes`, () => {
    const { results, lesson: told } = shared(revealed, lesson, role);
    expect(Object.keys(results)).toEqual(['four-pairs']);
    expect(results['four-pairs']?.counts).toEqual([2, 1, 0, 0]);
    expect(JSON.stringify(told)).not.toContain(MARK);
  });
}

test('a student hears nothing of others, not even that they are there', () => {
  const view = shared(revealed, lesson, 'student');
  expect(view.crowd).toBeNull();
  expect(JSON.stringify(view)).not.toContain('Blue Heron');
});

test('the projector shows aliases when the teacher wants it, and never who chose what', () => {
  const shown = { ...room, drive: { ...room.drive, anonymous: false } };
  expect(JSON.stringify(shared(room, lesson, 'screen').crowd)).not.toContain('Blue Heron');
  const crowd = shared(shown, lesson, 'screen').crowd;
  expect(crowd?.people.map(({ alias }) => alias)).toEqual([
    ...['Blue Heron', 'Blue Heron 2', 'Blue Heron 3'],
  ]);
  expect(crowd?.choices).toEqual({});
  expect(Object.keys(crowd?.numbers.names ?? {})).toEqual(people);
});

test('the teacher sees notes, answers and counts at any time', () => {
  const view = shared(room, lesson, 'teacher');
  expect(JSON.stringify(view.lesson)).toContain(MARK);
  expect(view.results['four-pairs']?.counts).toEqual([2, 1, 0, 0]);
});

test('whoever was removed counts no longer', () => {
  const without = { ...room, drive: { ...room.drive, removed: ['a'] } };
  expect(shared(without, lesson, 'teacher').results['four-pairs']?.counts).toEqual([1, 1, 0, 0]);
});
