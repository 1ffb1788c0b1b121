// The words of each page of the classroom in each language, as files: a room's language is known in the browser alone.

import { CLASS_PAGES, CLASS_WORDS, wordsFile } from '@/components/classroom/class-words';
import { panelMessages } from '@/components/i18n/catalogue';
import { LOCALES } from '@/components/i18n/locales';

export const dynamic = 'force-static';
export const dynamicParams = false;

const FILES = CLASS_PAGES.flatMap((page) =>
  LOCALES.map((locale) => ({ file: wordsFile(page, locale), page, locale })),
);

export function generateStaticParams() {
  return FILES.map(({ file }) => ({ file }));
}

export async function GET(_: Request, { params }: { params: Promise<{ file: string }> }) {
  const { file } = await params;
  const found = FILES.find((one) => one.file === file);
  if (!found) return new Response(null, { status: 404 });
  return Response.json(panelMessages(found.locale, ['ui', ...CLASS_WORDS[found.page]]));
}
