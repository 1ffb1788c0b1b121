// Every lesson by its id. For the server alone: this is where notes and answers are.

import dependent from '@/content/lessons/dependent-or-independent.json';
import one from '@/content/lessons/one-call-one-name.json';
import whole from '@/content/lessons/the-whole-story.json';
import { RoomFault } from './fault';
import { type Lesson, lessonSchema } from './lesson';

const LESSONS: ReadonlyMap<string, Lesson> = new Map(
  [dependent, one, whole].map((json) => {
    const lesson = lessonSchema.parse(json);
    return [lesson.id, lesson];
  }),
);

/** Titles for the page that starts a room. */
export const LESSON_LIST = [...LESSONS.values()].map(({ id, title, summary, scenes }) => ({
  ...{ id, title, summary },
  minutes: scenes.reduce((sum, { minutes }) => sum + minutes, 0),
}));

/** Throws RoomFault 'bad-message' for one that is not there. */
export function lessonOf(id: string): Lesson {
  const lesson = LESSONS.get(id);
  if (lesson) return lesson;
  const have = [...LESSONS.keys()].join(', ');
  throw new RoomFault('bad-message', `lesson: “${id}” is not here; there is ${have}.`);
}
