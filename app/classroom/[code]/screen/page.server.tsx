// A room on the projector.

import type { Metadata } from 'next';
import { ScreenPage } from '@/components/classroom/ScreenPage';

export const metadata: Metadata = { title: 'Classroom', robots: { index: false } };

export default async function Page({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params;
  return <ScreenPage code={code.toUpperCase()} />;
}
