// The contract of https://oembed.com, held against the route itself.

import { expect, test, vi } from 'vitest';
import { type OEmbed, oembedAddress } from '@/components/embed/oembed';
import { titleOf } from '@/components/embed/title';
import { LOCALES } from '@/components/i18n/locales';
import { readChapters } from '@/components/mdx/chapters';
import { EMBED_NAMES, EMBEDS } from '@/components/panels/embeds';
import { SITE } from '@/components/site';
import { generateStaticParams, GET as getFile } from './[...file]/route';
import { GET } from './route.server';

const ask = (parameters: Record<string, string>) =>
  GET(new Request(`${SITE}/oembed?${new URLSearchParams(parameters)}`));

async function found(parameters: Record<string, string>): Promise<OEmbed> {
  const response = ask(parameters);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/json');
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  return response.json();
}

/** The `src` of the frame in an answer, as a browser reads it. */
function addressIn({ html }: OEmbed): string {
  const [, src = ''] = /^<iframe src="([^"]*)"[^<>]*><\/iframe>$/.exec(html) ?? [];
  return src.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
}

test('every panel answers with all that a rich answer must have', async () => {
  for (const name of EMBED_NAMES) {
    const answer = await found({ url: `${SITE}/embed/${name}` });
    expect(answer).toMatchObject({ version: '1.0', type: 'rich', width: 720 });
    expect(answer.height).toBe(EMBEDS[name].height);
    expect(answer.title).not.toBe('');
    expect(addressIn(answer)).toBe(`${SITE}/embed/${name}`);
  }
});

test('the reader’s choices travel along', async () => {
  const url = `${SITE}/embed/cover?v=2&names.seed=9&theme=dark`;
  expect(addressIn(await found({ url }))).toBe(url);
});

test('every chapter, every language and the first page show a panel', async () => {
  for (const { slug, frontmatter } of readChapters('en')) {
    const answer = await found({ url: `${SITE}/en/${slug}?v=2&names.seed=9` });
    expect(answer.title).toBe(frontmatter.title);
    expect(addressIn(answer)).toMatch(/\/embed\/[a-z]+\?v=2&names\.seed=9$/);
  }
  expect(addressIn(await found({ url: `${SITE}/en/kept-exact` }))).toBe(`${SITE}/embed/accept`);
  expect(addressIn(await found({ url: `${SITE}/` }))).toBe(`${SITE}/embed/cover`);
  expect(addressIn(await found({ url: `${SITE}/en` }))).toBe(`${SITE}/embed/cover`);
});

test('a German page shows a German panel', async () => {
  for (const path of ['/de', '/embed/de/cover']) {
    const answer = await found({ url: `${SITE}${path}` });
    expect(addressIn(answer)).toBe(`${SITE}/embed/cover?lang=de`);
    expect(answer.title).toBe(titleOf('de', 'cover'));
  }
  const chapter = await found({ url: `${SITE}/de/kept-exact` });
  expect(addressIn(chapter)).toBe(`${SITE}/embed/accept?lang=de`);
});

test('maxwidth and maxheight are kept, in the answer and in its frame', async () => {
  const url = `${SITE}/embed/cover`;
  const small = await found({ url, maxwidth: '320', maxheight: '240' });
  expect([small.width, small.height]).toEqual([320, 240]);
  expect(small.html).toContain('width="320" height="240"');
  const wide = await found({ url, maxwidth: '4000' });
  expect(wide.width).toBe(720);
});

test('addresses of others, and those that show no panel, are not found', async () => {
  const foreign = ['https://elsewhere.example/embed/cover', 'javascript:alert(1)', 'cover', ''];
  const unknown = [
    '/embed',
    '/embed/toString',
    '/embed/cover/more',
    '/en/no-such-chapter',
    '/check',
  ];
  for (const url of [...foreign, ...unknown.map((path) => SITE + path)]) {
    expect(ask({ url }).status, url).toBe(404);
  }
  expect(ask({ url: `${SITE}/embed/cover?names.prompt=${'a'.repeat(3000)}` }).status).toBe(404);
});

test('what is not json is not implemented, what is missing is asked for', () => {
  const url = `${SITE}/embed/cover`;
  expect(ask({ url, format: 'json' }).status).toBe(200);
  expect(ask({ url, format: 'xml' }).status).toBe(501);
  expect(ask({}).status).toBe(400);
  for (const maxwidth of ['0', '-3', 'wide', '']) expect(ask({ url, maxwidth }).status).toBe(400);
});

test('nothing in an address becomes markup', async () => {
  const url = `${SITE}/embed/cover?names.prompt="><script>alert(1)</script>&x='y`;
  const answer = await found({ url });
  expect(answer.html.match(/[<>]/g)).toHaveLength(4);
  expect(new URL(addressIn(answer)).searchParams.get('names.prompt')).toBe(
    '"><script>alert(1)</script>',
  );
});

test('the files say what the server says', async () => {
  expect(generateStaticParams()).toHaveLength(EMBED_NAMES.length * LOCALES.length);
  for (const { file } of generateStaticParams()) {
    const url = `${SITE}/embed/${file.join('/').replace('.json', '')}`;
    const answer = await getFile(new Request(SITE), { params: Promise.resolve({ file }) });
    expect(await answer.json()).toEqual(await found({ url }));
  }
});

test('the address in a page’s head leads to its answer', async () => {
  const link = new URL(oembedAddress('/en/kept-exact'));
  expect(link.pathname).toBe('/oembed');
  const answer = await found(Object.fromEntries(link.searchParams));
  expect(answer.title).toBe('Kept exact');
});

test('where no server answers, a page’s head leads to the file about its panel', async () => {
  vi.resetModules();
  vi.stubEnv('STATIC_EXPORT', '1');
  vi.stubEnv('SITE_URL', 'https://example.org/notes');
  const { oembedAddress: fileOf, oembedOf } = await import('@/components/embed/oembed');
  vi.unstubAllEnvs();
  const site = 'https://example.org/notes';
  expect(fileOf('/en/kept-exact')).toBe(`${site}/oembed/accept.json`);
  expect(fileOf('/de')).toBe(`${site}/oembed/de/cover.json`);
  expect(() => fileOf('/check')).toThrow('shows no panel');
  const most = { width: 720, height: 1000 };
  expect(oembedOf(`${site}/en/kept-exact/`, most)?.html).toContain(`src="${site}/embed/accept"`);
  expect(oembedOf(`${site}?v=2`, most)?.html).toContain(`src="${site}/embed/cover?v=2"`);
  expect(oembedOf('https://example.org/en/kept-exact', most)).toBeUndefined();
});
