import { expect, test } from 'vitest';
import { LESSON_LIST, lessonOf } from '@/classroom/lessons';
import { validShare } from '@/components/mdx/four-pairs';

test('the twenty-minute lesson takes twenty minutes', () => {
  expect(LESSON_LIST.find(({ id }) => id === 'dependent-or-independent')?.minutes).toBe(20);
});

test.each(LESSON_LIST)('$id: scenes have names of their own, right choices exist', ({ id }) => {
  const { scenes } = lessonOf(id);
  expect(new Set(scenes.map((scene) => scene.id)).size).toBe(scenes.length);
  for (const { question } of scenes) {
    expect(question?.answer ?? 0).toBeLessThan(question?.choices.length ?? 1);
  }
});

test('half of what two heads write is one of the four programs, as the lesson says', () => {
  const scene = lessonOf('dependent-or-independent').scenes.find(({ id }) => id === 'four-pairs');
  expect(validShare()).toBe(0.5);
  expect(scene?.question?.choices[scene.question.answer ?? -1]).toBe('Half of the time');
});

test('an unknown lesson is answered with those there are', () => {
  expect(() => lessonOf('nope')).toThrow(/“nope” is not here; there is dependent-or-independent/);
});
