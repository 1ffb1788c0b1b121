// How many have given what the scene asks for, in words.

import type { View } from '@/classroom';
import type { PanelWordsOf } from '../i18n/catalogue';

/** `, 3 votes, 2 with numbers`; empty where the scene asks for nothing. */
export function givenWords(
  { crowd, lesson, now }: View,
  words: PanelWordsOf<'classroomRoom'>,
): string {
  const scene = lesson.scenes[now.drive.scene];
  if (!scene || !crowd) return '';
  const kind = scene.show?.kind;
  const numbers = Object.keys(crowd.numbers[scene.id] ?? {}).length;
  const votes = words('votes', { votes: crowd.votes });
  const asksNumbers = kind === 'dice' || kind === 'own';
  return `${scene.question ? votes : ''}${asksNumbers ? words('withNumbers', { numbers }) : ''}`;
}
