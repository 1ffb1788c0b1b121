// A room on the projector.

import type { Metadata } from 'next';
import { ClassWords } from '@/components/classroom/ClassWords';
import { ScreenPage } from '@/components/classroom/ScreenPage';

export const metadata: Metadata = { title: 'Classroom', robots: { index: false } };

export default async function Page({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params;
  return (
    <ClassWords page="screen">
      <ScreenPage code={code.toUpperCase()} />
    </ClassWords>
  );
}
