// Where a lesson begins.

import type { Metadata } from 'next';
import { LESSON_LIST } from '@/classroom/server';
import { ClassWords } from '@/components/classroom/ClassWords';
import { StartPage } from '@/components/classroom/StartPage';

export const metadata: Metadata = {
  title: 'Classroom',
  description:
    'A lesson on parallel token prediction in which the class throws the random numbers.',
};

export default function Page() {
  return (
    <section className="cover" aria-labelledby="classroom-title">
      <h1 id="classroom-title">The class is the dice</h1>
      <p className="lede">
        One projector, and a phone for everyone. Each student holds one random number; the model
        reads all of them in one call. Phones need no model, and nobody an account.
      </p>
      <ClassWords page="start">
        <StartPage rooms={process.env.STATIC_EXPORT !== '1'} lessons={LESSON_LIST} />
      </ClassWords>
    </section>
  );
}
