// The lessons as files, notes and all: in a static export alone, where no server could keep them from anybody
// and no student's device can join. A site with a server has none of them.

import { LESSON_LIST, lessonOf } from '@/classroom/server';
import { FILES_ALONE } from '@/components/site';

export const dynamic = 'force-static';
export const dynamicParams = false;

export function generateStaticParams() {
  if (!FILES_ALONE) return [];
  return LESSON_LIST.map(({ id }) => ({ file: `${id}.json` }));
}

export async function GET(_: Request, { params }: { params: Promise<{ file: string }> }) {
  const { file } = await params;
  return Response.json(lessonOf(file.replace(/\.json$/, '')));
}
