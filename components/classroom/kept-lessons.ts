// Lessons that were taught on this device, notes and all, in the browser's localStorage: the next time no network is
// needed. Where it is refused, nothing is kept.

import type { Lesson } from '@/classroom';

const placeOf = (key: string) => `foretoken.lesson.${key}`;

/**
 * The lesson that `fetchLesson` brings; where it fails, the one that was kept under this key the last time.
 * Throws what it threw where none was; a network that fails is said in a sentence.
 */
export async function lessonOrKept(
  key: string,
  fetchLesson: () => Promise<Lesson>,
): Promise<Lesson> {
  try {
    const lesson = await fetchLesson();
    keep(key, lesson);
    return lesson;
  } catch (cause) {
    const kept = read(key);
    if (kept) return kept;
    if (!(cause instanceof TypeError)) throw cause;
    const sentence =
      'The lesson could not be fetched: the network failed. One that was taught on this device before needs none.';
    throw new Error(sentence, { cause });
  }
}

function keep(key: string, lesson: Lesson): void {
  try {
    localStorage.setItem(placeOf(key), JSON.stringify(lesson));
  } catch {
    // Nothing is kept.
  }
}

function read(key: string): Lesson | null {
  try {
    return JSON.parse(localStorage.getItem(placeOf(key)) ?? 'null') as Lesson | null;
  } catch {
    return null;
  }
}
