import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Lesson } from '@/classroom';
import { lessonOrKept } from './kept-lessons';

const lesson = (title: string) => ({ id: 'one', title, scenes: [] }) as unknown as Lesson;
const noNetwork = () => Promise.reject(new TypeError('Failed to fetch'));

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
  });
});
afterEach(() => vi.unstubAllGlobals());

test('a lesson that was taught here needs no network the next time, and is new when there is one', async () => {
  await lessonOrKept('one', async () => lesson('old'));
  await lessonOrKept('one', async () => lesson('new'));
  expect(await lessonOrKept('one', noNetwork)).toEqual(lesson('new'));
});

test('one that never was is said to be missing; a server’s own sentence stays', async () => {
  await expect(lessonOrKept('one', noNetwork)).rejects.toThrow('the network failed');
  const refused = () => Promise.reject(new Error('Too many rooms.'));
  await expect(lessonOrKept('one', refused)).rejects.toThrow('Too many rooms.');
});

test('where nothing may be kept the lesson comes all the same', async () => {
  vi.stubGlobal('localStorage', undefined);
  expect(await lessonOrKept('one', async () => lesson('new'))).toEqual(lesson('new'));
  await expect(lessonOrKept('one', noNetwork)).rejects.toThrow('the network failed');
});
