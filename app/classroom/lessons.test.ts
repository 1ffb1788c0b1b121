import { readdirSync, readFileSync } from 'node:fs';
import matter from 'gray-matter';
import { expect, test } from 'vitest';
import { LANGUAGES, type Lesson } from '@/classroom/lesson';
import { LESSON_IDS, lessonOf, lessonsIn } from '@/classroom/lessons';
import { withoutPhones } from '@/classroom/without-phones';
import { COHERENT } from '@/components/classroom/figures';
import { LOCALES } from '@/components/i18n/locales';
import { validShare } from '@/components/mdx/four-pairs';

test.each([
  ['one-call-one-name', 10],
  ['dependent-or-independent', 20],
  ['the-whole-story', 45],
])('%s takes %d minutes', (lesson, minutes) => {
  expect(lessonsIn('en').find(({ id }) => id === lesson)?.minutes).toBe(minutes);
});

test.each(lessonsIn('en'))('$id: scenes have names of their own, right choices exist', ({ id }) => {
  const { scenes } = lessonOf(id);
  expect(new Set(scenes.map((scene) => scene.id)).size).toBe(scenes.length);
  for (const { question } of scenes) {
    expect(question?.answer ?? 0).toBeLessThan(question?.choices.length ?? 1);
  }
});

const everywhere = LANGUAGES.flatMap((language) => LESSON_IDS.map((id) => ({ language, id })));

test('a room can speak every language of the page', () => {
  expect(LANGUAGES).toEqual(LOCALES);
});

test.each(everywhere)(
  '$id in $language ends with chapters that are there, by their own titles',
  ({ language, id }) => {
    const { read = [] } = lessonOf(id, language).scenes.at(-1) ?? {};
    expect(read.length).toBeGreaterThan(0);
    const titles = {
      ...titlesOf('en'),
      ...titlesOf(lessonOf(id, language) === lessonOf(id) ? 'en' : language),
    };
    for (const { chapter, title } of read) expect(title).toBe(titles[chapter]);
  },
);

test.each(everywhere)(
  '$id in $language differs from the English lesson in its words alone',
  ({ language, id }) => {
    const formOf = ({ scenes }: Lesson) =>
      scenes.map(({ id, minutes, steps, show, question, alone }) => ({
        ...{ id, minutes, show, steps: steps.length, alone: alone?.steps.length },
        ...{ choices: question?.choices.length, answer: question?.answer },
      }));
    expect(formOf(lessonOf(id, language))).toEqual(formOf(lessonOf(id)));
  },
);

test.each(everywhere)('$id in $language needs no phone on one device', ({ language, id }) => {
  const { scenes } = withoutPhones(lessonOf(id, language));
  const told = scenes.flatMap(({ steps, notes }) => [...steps, notes]);
  expect(
    told.filter((text) => /\b(your phone|Telefon auf|code up|Code stehen)\b/.test(text)),
  ).toEqual([]);
  expect(scenes.some((scene) => 'alone' in scene)).toBe(false);
});

test('the ten-minute lesson is there in German', () => {
  expect(lessonOf('one-call-one-name', 'de').title).toBe('Ein Aufruf, ein Name');
  expect(lessonOf('the-whole-story', 'de')).toBe(lessonOf('the-whole-story'));
});

/** Titles of the chapters of a language, by the name in their address. */
function titlesOf(language: string): Record<string, string> {
  const folder = `content/chapters/${language}`;
  const titles = readdirSync(folder).map((name) => {
    const { title } = matter(readFileSync(`${folder}/${name}`, 'utf8')).data;
    return [name.replace(/^\d+-(.*)\.mdx$/, '$1'), title];
  });
  return Object.fromEntries(titles);
}

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
