// GET /oembed/<panel>.json: the same answers as files, for hosts of nothing but files.

import { oembedOf } from '@/components/embed/oembed';
import { SITE } from '@/components/embed/site';
import { EMBED_NAMES } from '@/components/panels/embeds';

export const dynamic = 'force-static';
export const dynamicParams = false;

export function generateStaticParams() {
  return EMBED_NAMES.map((name) => ({ file: `${name}.json` }));
}

type Place = Readonly<{ params: Promise<Readonly<{ file: string }>> }>;

export async function GET(_: Request, { params }: Place): Promise<Response> {
  const name = (await params).file.replace(/\.json$/, '');
  const most = { width: Number.POSITIVE_INFINITY, height: Number.POSITIVE_INFINITY };
  return Response.json(oembedOf(`${SITE}/embed/${name}`, most));
}
