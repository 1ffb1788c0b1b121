// The lessons as files, notes and all: in a static export alone, where no server could keep them from anybody
// and no student's device can join. A site with a server has none of them.

import { LANGUAGES, LESSON_IDS, lessonOf } from '@/classroom/server';
import { FILES_ALONE } from '@/components/site';

export const dynamic = 'force-static';
export const dynamicParams = false;

export function generateStaticParams() {
  if (!FILES_ALONE) return [];
  return LESSON_IDS.flatMap((id) =>
    LANGUAGES.map((language) => ({ file: `${id}.${language}.json` })),
  );
}

export async function GET(_: Request, { params }: { params: Promise<{ file: string }> }) {
  const { file } = await params;
  const [id = '', named] = file.split('.');
  return Response.json(
    lessonOf(
      id,
      LANGUAGES.find((language) => language === named),
    ),
  );
}
