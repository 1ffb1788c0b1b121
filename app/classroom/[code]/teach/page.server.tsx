// A room, as its teacher sees it; the key in the fragment says who that is.

import type { Metadata } from 'next';
import { ClassWords } from '@/components/classroom/ClassWords';
import { TeacherPage } from '@/components/classroom/TeacherPage';

export const metadata: Metadata = { title: 'Classroom', robots: { index: false } };

export default async function Page({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params;
  return (
    <ClassWords page="teacher">
      <TeacherPage code={code.toUpperCase()} />
    </ClassWords>
  );
}
