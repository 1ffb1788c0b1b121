// GET /snapshot/<panel>.svg|png?<address>: a panel as a picture, of the run that the address asks for.

import { serverSnapshots } from '@/components/snapshot/server';
import { isPanel } from '@/packages/foretoken-embed/src';

const TYPES = { svg: 'image/svg+xml; charset=utf-8', png: 'image/png' };
const OPEN = { 'Access-Control-Allow-Origin': '*' };

type Place = Readonly<{ params: Promise<Readonly<{ file: string }>> }>;

export async function GET(request: Request, { params }: Place): Promise<Response> {
  const { file } = await params;
  const [, panel = '', kind] = /^([a-z]+)\.(svg|png)$/.exec(file) ?? [];
  if (!isPanel(panel) || (kind !== 'svg' && kind !== 'png')) {
    return refuse(404, `${file}: no such picture; allowed: cover.svg, cover.png and so on.`);
  }
  const query = new URL(request.url).search.slice(1);
  const taken = await serverSnapshots().take({ panel, query, kind });
  if ('status' in taken) return refuse(taken.status, taken.sentence);
  return new Response(taken.body as BodyInit, {
    headers: { ...OPEN, 'Content-Type': TYPES[kind], 'Cache-Control': 'public, max-age=86400' },
  });
}

function refuse(status: number, sentence: string): Response {
  const headers = {
    ...OPEN,
    'Cache-Control': 'no-store',
    'Content-Type': 'text/plain; charset=utf-8',
  };
  return new Response(sentence, { status, headers });
}
