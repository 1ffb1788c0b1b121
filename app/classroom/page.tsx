// Where a lesson begins.

import type { Metadata } from 'next';
import { lessonsIn } from '@/classroom/server';
import { ClassWords } from '@/components/classroom/ClassWords';
import { StartPage } from '@/components/classroom/StartPage';

export const metadata: Metadata = {
  title: 'Classroom',
  description:
    'A lesson on parallel token prediction in which the class throws the random numbers.',
};

const LESSONS = { en: lessonsIn('en'), de: lessonsIn('de') };

export default function Page() {
  return (
    <ClassWords page="start">
      <StartPage lessons={LESSONS} />
    </ClassWords>
  );
}
