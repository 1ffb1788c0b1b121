import { readdirSync, readFileSync } from 'node:fs';
import matter from 'gray-matter';
import { expect, test } from 'vitest';
import { LESSON_LIST, lessonOf } from '@/classroom/lessons';
import { COHERENT } from '@/components/classroom/figures';
import { validShare } from '@/components/mdx/four-pairs';

test.each([
  ['one-call-one-name', 10],
  ['dependent-or-independent', 20],
  ['the-whole-story', 45],
])('%s takes %d minutes', (lesson, minutes) => {
  expect(LESSON_LIST.find(({ id }) => id === lesson)?.minutes).toBe(minutes);
});

test.each(LESSON_LIST)('$id: scenes have names of their own, right choices exist', ({ id }) => {
  const { scenes } = lessonOf(id);
  expect(new Set(scenes.map((scene) => scene.id)).size).toBe(scenes.length);
  for (const { question } of scenes) {
    expect(question?.answer ?? 0).toBeLessThan(question?.choices.length ?? 1);
  }
});

test.each(LESSON_LIST)('$id ends with chapters that are there, by their own titles', ({ id }) => {
  const folder = 'content/chapters/en';
  const files = readdirSync(folder);
  const { read = [] } = lessonOf(id).scenes.at(-1) ?? {};
  expect(read.length).toBeGreaterThan(0);
  for (const { chapter, title } of read) {
    const file = files.find((name) => name.replace(/^\d+-(.*)\.mdx$/, '$1') === chapter) ?? '';
    expect(matter(readFileSync(`${folder}/${file}`, 'utf8')).data.title).toBe(title);
  }
});

test.each(['dependent-or-independent', 'the-whole-story'])(
  'half of what two heads write is one of the four programs, as %s says',
  (lesson) => {
    const scene = lessonOf(lesson).scenes.find(({ id }) => id === 'four-pairs');
    expect(validShare()).toBe(0.5);
    expect(scene?.question?.choices[scene.question.answer ?? -1]).toBe('Half of the time');
  },
);

test('a name hangs together above the share that the notes give', () => {
  expect(COHERENT).toBe(0.01);
  for (const lesson of ['one-call-one-name', 'the-whole-story']) {
    const own = lessonOf(lesson).scenes.find(({ id }) => id === 'own');
    expect(own?.notes).toContain('below one in a hundred');
  }
});

test('an unknown lesson is answered with those there are', () => {
  expect(() => lessonOf('nope')).toThrow(/“nope” is not here; there is dependent-or-independent/);
});
