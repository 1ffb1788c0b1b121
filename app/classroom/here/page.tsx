// A lesson on one device, the teacher's window.

import type { Metadata } from 'next';
import { ClassWords } from '@/components/classroom/ClassWords';
import { HerePage } from '@/components/classroom/HerePage';

export const metadata: Metadata = { title: 'Classroom on one device', robots: { index: false } };

export default function Page() {
  return (
    <ClassWords page="teacher">
      <HerePage />
    </ClassWords>
  );
}
