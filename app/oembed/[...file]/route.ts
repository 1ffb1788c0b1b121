// GET /oembed/<panel>.json, /oembed/<language>/<panel>.json: the same answers as files, for hosts of nothing
// but files.

import { oembedOf } from '@/components/embed/oembed';
import { oembedFile } from '@/components/embed/page-parts';
import { LOCALES } from '@/components/i18n/locales';
import { EMBED_NAMES } from '@/components/panels/embeds';
import { SITE } from '@/components/site';

export const dynamic = 'force-static';
export const dynamicParams = false;

export function generateStaticParams() {
  return LOCALES.flatMap((locale) =>
    EMBED_NAMES.map((name) => ({ file: oembedFile(name, locale).split('/').slice(2) })),
  );
}

type Place = Readonly<{ params: Promise<Readonly<{ file: readonly string[] }>> }>;

export async function GET(_: Request, { params }: Place): Promise<Response> {
  const panel = (await params).file.join('/').replace(/\.json$/, '');
  const most = { width: Number.POSITIVE_INFINITY, height: Number.POSITIVE_INFINITY };
  return Response.json(oembedOf(`${SITE}/embed/${panel}`, most));
}
