// The source of a figure, exactly as it runs: plain text, written when the site is built.

import { FIGURES, sourceOf } from '@/components/cells/source';

export const dynamic = 'force-static';
export const dynamicParams = false;

export function generateStaticParams() {
  return FIGURES.map((id) => ({ file: `${id}.txt` }));
}

export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }) {
  const { file } = await params;
  return new Response(sourceOf(file.replace(/\.txt$/, '')), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
}
