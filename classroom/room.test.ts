import { expect, test } from 'vitest';
import type { Drive, Message } from './messages';
import { lineOf, newRoom, type Room, type RoomEvent, reduce, type Speaker } from './room';

const TEACHER: Speaker = { role: 'teacher', person: 't', alias: '' };
const ANN: Speaker = { role: 'student', person: 'a', alias: 'Blue Heron' };
const BEN: Speaker = { role: 'student', person: 'b', alias: 'Blue Heron' };
const room = newRoom({ code: 'ABCDEF', born: 1, lesson: 'x', language: 'en' });

const here = (by: Speaker, connection = '1'): RoomEvent => ({
  ...{ by, kind: 'here', device: 'd', connection },
});
const drive = (n: number, change: Partial<Drive>, device = 'd', take = false): RoomEvent => ({
  ...{ by: TEACHER, kind: 'drive', n, device, take, drive: { ...room.drive, ...change } },
});
const answer = (by: Speaker, n: number, choice: number): RoomEvent => ({
  ...{ by, kind: 'answer', n, device: 'd', scene: 's', answer: { choice } },
});
const after = (...events: RoomEvent[]): Room => events.reduce(reduce, room);

test('a message that was heard already changes nothing, whatever came between', () => {
  const first = after(here(ANN), answer(ANN, 5, 1), answer(ANN, 6, 2));
  expect(first.choices).toEqual({ s: { a: { choice: 2 } } });
  expect(reduce(first, answer(ANN, 5, 1))).toBe(first);
  expect(reduce(first, answer(ANN, 6, 2))).toBe(first);
});

test('every event in any number of copies, in order, gives the same room', () => {
  const events = [here(ANN), answer(ANN, 1, 0), drive(1, { scene: 2 }), answer(ANN, 2, 1)];
  const doubled = events.flatMap((event) => [event, event, event]);
  const { version: _, ...once } = after(...events);
  const { version: __, ...thrice } = after(...doubled);
  expect(thrice).toEqual(once);
});

test('a student cannot drive, show or end', () => {
  const joined = after(here(ANN));
  const said: Message[] = [
    { kind: 'drive', n: 1, device: 'd', take: true, drive: { ...room.drive, scene: 3 } },
    { kind: 'show', n: 1, device: 'd', figure: 1 },
    { kind: 'end', n: 1, device: 'd' },
  ];
  for (const message of said) expect(reduce(joined, { by: ANN, ...message })).toBe(joined);
});

test('one device drives until another takes over', () => {
  const first = after(drive(1, { scene: 1 }), drive(1, { scene: 2 }, 'other'));
  expect(first.drive.scene).toBe(1);
  const taken = reduce(first, drive(2, { scene: 3 }, 'other', true));
  expect([taken.drive.scene, taken.driver]).toEqual([3, 'other']);
  expect(reduce(taken, drive(2, { scene: 4 })).drive.scene).toBe(3);
});

test('two people never share an alias', () => {
  const { people } = after(here(ANN), here(BEN));
  expect([people.a?.alias, people.b?.alias]).toEqual(['Blue Heron', 'Blue Heron 2']);
});

test('a lost connection that is noticed late does not send away who is back', () => {
  const away = (connection: string): RoomEvent =>
    ({ ...here(ANN, connection), kind: 'away' }) as RoomEvent;
  const back = after(here(ANN, '1'), here(ANN, '2'), away('1'));
  expect(back.people.a?.open).toEqual({ d: '2' });
  expect(reduce(back, away('2')).people.a?.open).toEqual({});
});

test('who was removed is not heard', () => {
  const removed = after(here(ANN), drive(1, { removed: ['a'] }));
  expect(reduce(removed, answer(ANN, 9, 1))).toBe(removed);
});

test('of many devices of one person the last few are remembered', () => {
  const many = Array.from({ length: 20 }, (_, k): RoomEvent[] => [
    { by: ANN, kind: 'here', device: `d${k}`, connection: `${k}` },
    { by: ANN, kind: 'answer', n: 1, device: `d${k}`, scene: 's', answer: { choice: k % 2 } },
  ]).flat();
  const { people, heard } = after(...many);
  expect(Object.keys(people.a?.open ?? {})).toHaveLength(8);
  expect(Object.keys(heard.a ?? {}).at(-1)).toBe('d19');
  expect(Object.keys(heard.a ?? {})).toHaveLength(8);
});

test('nothing is said in a room that has ended', () => {
  const ended = after(here(ANN), { by: TEACHER, kind: 'end', n: 1, device: 'd' });
  expect(reduce(ended, answer(ANN, 1, 1))).toBe(ended);
});

test('a vote and a number in the same scene do not take each other’s place', () => {
  const thrown: RoomEvent = {
    ...{ by: ANN, kind: 'answer', n: 2, device: 'd', scene: 's' },
    answer: { u: 0.25, by: 'chance' },
  };
  const both = after(here(ANN), answer(ANN, 1, 1), thrown, answer(ANN, 3, 2));
  expect(both.choices).toEqual({ s: { a: { choice: 2 } } });
  expect(both.numbers).toEqual({ s: { a: { u: 0.25, by: 'chance' } } });
});

test('a node that is lost takes its own lines along, and no others', () => {
  const both = after(here(ANN, lineOf('one', '1')), here(BEN, lineOf('two', '1')));
  const left = reduce(both, { kind: 'lost', node: 'one' });
  expect([left.people.a?.open, left.people.b?.open]).toEqual([{}, { d: 'two.1' }]);
  expect(reduce(left, { kind: 'lost', node: 'one' })).toBe(left);
});

test('a device that no longer drives does not take the wheel back with what it said late', () => {
  const taken = after(drive(1, { scene: 1 }, 'desk', true), drive(1, { scene: 2 }, 'phone', true));
  const late = reduce(taken, drive(9, { scene: 0 }, 'desk'));
  expect([late.driver, late.drive.scene]).toEqual(['phone', 2]);
});
