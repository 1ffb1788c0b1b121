// A room, as a student sees it.

import type { Metadata } from 'next';
import { ClassWords } from '@/components/classroom/ClassWords';
import { StudentPage } from '@/components/classroom/StudentPage';

export const metadata: Metadata = { title: 'Classroom', robots: { index: false } };

export default async function Page({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params;
  return (
    <ClassWords page="student">
      <StudentPage code={code.toUpperCase()} />
    </ClassWords>
  );
}
