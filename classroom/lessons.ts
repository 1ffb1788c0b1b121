// Every lesson by its id. For the server alone: this is where notes and answers are.

import ein from '@/content/lessons/de/one-call-one-name.json';
import dependent from '@/content/lessons/dependent-or-independent.json';
import one from '@/content/lessons/one-call-one-name.json';
import whole from '@/content/lessons/the-whole-story.json';
import { RoomFault } from './fault';
import { type Language, type Lesson, lessonSchema } from './lesson';

type Lessons = ReadonlyMap<string, Lesson>;

const LESSONS = byId([dependent, one, whole]);

/** Lessons in other languages; the English one stands in for those that are not here. */
const TRANSLATED: Readonly<Partial<Record<Language, Lessons>>> = { de: byId([ein]) };

/** Ids of all lessons. */
export const LESSON_IDS = [...LESSONS.keys()];

/** Titles for the page that starts a room, in a language as far as they are translated. */
export function lessonsIn(language: Language) {
  return LESSON_IDS.map((own) => {
    const { id, title, summary, scenes } = lessonOf(own, language);
    const minutes = scenes.reduce((sum, { minutes }) => sum + minutes, 0);
    return { id, title, summary, minutes, translated: lessonOf(own) !== lessonOf(own, language) };
  });
}

/** A lesson in a language, or in English. Throws RoomFault 'bad-message' for one that is not there. */
export function lessonOf(id: string, language: Language = 'en'): Lesson {
  const lesson = TRANSLATED[language]?.get(id) ?? LESSONS.get(id);
  if (lesson) return lesson;
  const have = [...LESSONS.keys()].join(', ');
  throw new RoomFault('bad-message', `lesson: “${id}” is not here; there is ${have}.`);
}

function byId(files: readonly unknown[]): Lessons {
  const lessons = files.map((json) => lessonSchema.parse(json));
  return new Map(lessons.map((lesson) => [lesson.id, lesson]));
}
