// GET /embed/…, where no panel is: a sentence, in the frame where the panel was expected.

import { wordsOf } from '@/components/i18n/catalogue';
import { DEFAULT_LOCALE } from '@/components/i18n/locales';
import { PANELS } from '@/packages/foretoken-embed/src';

type Place = Readonly<{ params: Promise<Readonly<{ path: readonly string[] }>> }>;

export async function GET(_: Request, { params }: Place): Promise<Response> {
  // The rewrite in next.config.mjs has looked for a file.
  const panel = (await params).path.filter((name) => name !== 'index.html').join('/');
  const words = wordsOf(DEFAULT_LOCALE, 'embed');
  const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' };
  const sentence = words('noSuchPanel', { panel, allowed: PANELS.join(', ') });
  return new Response(sentence, { status: 404, headers });
}
