// Two windows of one browser, without a server.

import { afterEach, expect, test } from 'vitest';
import { FIRST_DRIVE, type Lesson } from '@/classroom';
import { beginRoom, HERE, holdRoom, type Kept, watchRoom } from './local-room';

const lesson: Lesson = {
  ...{ id: 'l', title: 'L', summary: 's' },
  scenes: [
    { id: 'a', title: 'A', minutes: 1, steps: ['a1', 'a2'], prompt: 'p', notes: 'for me' },
    {
      ...{ id: 'b', title: 'B', minutes: 1, steps: ['b1'], prompt: 'p', notes: 'for me' },
      question: { ask: '?', choices: ['x', 'y'], answer: 1, why: 'because' },
    },
  ],
};
const opened: { close: () => void }[] = [];
const kept: Kept[] = [];

function hold(room: Kept) {
  const held = holdRoom(room, (now) => kept.push(now));
  opened.push(held);
  return held;
}

function watch(born: number) {
  const watched = watchRoom(born);
  opened.push(watched);
  return watched;
}

afterEach(() => {
  for (const one of opened.splice(0)) one.close();
  kept.splice(0);
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 2));
}

test('the projector follows the teacher, early or late, and reads no notes', async () => {
  const early = watch(1);
  const desk = hold(beginRoom(lesson, 'en', 1));
  desk.say({ kind: 'drive', take: true, drive: { ...FIRST_DRIVE, step: 1 } });
  await until(() => early.store.get().view?.now.drive.step === 1);
  const late = watch(1);
  await until(() => late.store.get().view?.now.drive.step === 1);
  expect(JSON.stringify(late.store.get().view)).not.toContain('for me');
  expect(desk.store.get().view?.lesson).toEqual(lesson);
  expect(desk.store.get().view?.now.driver).toBe(HERE);
});

test('hands are counted, and shown when they are revealed', async () => {
  const desk = hold(beginRoom(lesson, 'en', 2));
  const screen = watch(2);
  desk.say({ kind: 'drive', take: true, drive: { ...FIRST_DRIVE, scene: 1 } });
  for (const [seat, choice] of [1, 1, 0].entries()) desk.answer(seat + 1, 'b', { choice });
  expect(desk.store.get().view?.results.b?.counts).toEqual([1, 2]);
  await until(() => screen.store.get().view?.crowd?.votes === 3);
  expect(screen.store.get().view?.results).toEqual({});
  desk.say({ kind: 'drive', take: false, drive: { ...FIRST_DRIVE, scene: 1, revealed: ['b'] } });
  await until(() => screen.store.get().view?.results.b?.answer === 1);
});

test('a reload of the teacher’s window goes on where it was; the projector says that it waits', async () => {
  const desk = hold(beginRoom(lesson, 'en', 3));
  const screen = watch(3);
  desk.say({ kind: 'drive', take: true, drive: { ...FIRST_DRIVE, scene: 1 } });
  await until(() => screen.store.get().status.kind === 'live');
  desk.close();
  await until(() => screen.store.get().status.kind === 'lost');
  expect(screen.store.get().view?.now.drive.scene).toBe(1);
  const again = hold(kept.at(-1) ?? beginRoom(lesson, 'en', 3));
  await until(() => screen.store.get().status.kind === 'live');
  again.say({ kind: 'drive', take: false, drive: { ...FIRST_DRIVE, step: 1 } });
  await until(() => screen.store.get().view?.now.drive.step === 1);
});

test('another room of the same browser is not disturbed', async () => {
  const desk = hold(beginRoom(lesson, 'en', 4));
  const screen = watch(5);
  desk.say({ kind: 'drive', take: true, drive: FIRST_DRIVE });
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(screen.store.get().status.kind).toBe('connecting');
});
