// A room, as a student sees it.

import type { Metadata } from 'next';
import { StudentPage } from '@/components/classroom/StudentPage';
import { RoomWords } from '../words';

export const metadata: Metadata = { title: 'Classroom', robots: { index: false } };

export default async function Page({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params;
  return (
    <RoomWords>
      <StudentPage code={code.toUpperCase()} />
    </RoomWords>
  );
}
