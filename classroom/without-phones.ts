import type { Lesson } from './lesson';

/** The lesson as it is taught on one device. */
export function withoutPhones({ scenes, ...lesson }: Lesson): Lesson {
  return { ...lesson, scenes: scenes.map(({ alone, ...scene }) => ({ ...scene, ...alone })) };
}
