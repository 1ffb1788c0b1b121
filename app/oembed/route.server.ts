// GET /oembed?url=…: which frame shows an address of ours. Every answer is open to every host.

import { oembedOf } from '@/components/embed/oembed';

const HEADERS = { 'Access-Control-Allow-Origin': '*', 'X-Content-Type-Options': 'nosniff' };

export function GET(request: Request): Response {
  const given = new URL(request.url).searchParams;
  const format = given.get('format') ?? 'json';
  if (format !== 'json') return refuse(501, `format: "${format}"; allowed: json.`);
  const url = given.get('url');
  if (url === null)
    return refuse(400, 'url: nothing; allowed: the address of a page of this site.');
  const most = { width: pixels(given.get('maxwidth')), height: pixels(given.get('maxheight')) };
  if (Number.isNaN(most.width + most.height)) {
    return refuse(400, 'maxwidth, maxheight: allowed: a whole number of pixels, 1 or more.');
  }
  const found = oembedOf(url, most);
  if (!found) return refuse(404, 'url: this address shows no panel of this site.');
  return Response.json(found, {
    headers: { ...HEADERS, 'Cache-Control': `public, max-age=${found.cache_age}` },
  });
}

/** No limit where none is given; NaN for what is no size. */
function pixels(text: string | null): number {
  if (text === null) return Number.POSITIVE_INFINITY;
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : Number.NaN;
}

function refuse(status: number, sentence: string): Response {
  return new Response(sentence, { status, headers: HEADERS });
}
