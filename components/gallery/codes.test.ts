import { expect, test, vi } from 'vitest';
import { SITE } from '../site';
import { codesOf } from './codes';

const choice = {
  panel: 'cover',
  query: 'v=2&names.seed=9',
  look: { theme: 'dark', accent: '0069a8', autostart: true },
  title: 'Dials & "letters"',
} as const;

test('every code says the panel, its choices and its look', () => {
  const { element, iframe, oembed, markdown } = codesOf(choice);
  const address = `${SITE}/embed/cover?v=2&names.seed=9&theme=dark&accent=0069a8&autostart=1`;
  expect(element).toContain(`<script async src="${SITE}/embed.js"></script>`);
  expect(element).toContain('panel="cover" query="v=2&#38;names.seed=9" theme="dark"');
  expect(element).toContain('accent="0069a8" autostart>');
  expect(iframe).toContain(`src="${address.replaceAll('&', '&#38;')}"`);
  expect(new URL(oembed).searchParams.get('url')).toBe(address);
  expect(markdown).toContain(
    `(${SITE}/snapshot/cover.png?v=2&names.seed=9&theme=dark)](${address})`,
  );
});

test('nothing in a title or a prompt ends an attribute, a tag or a link', () => {
  const query = 'v=2&tales.prompt=a"><script>(b)';
  const { element, markdown } = codesOf({ ...choice, query, title: '<b>' });
  expect(element.match(/</g)).toHaveLength(6);
  expect(markdown.match(/[()]/g)).toHaveLength(4);
});

test('without a server nothing is offered that a server would have to answer', async () => {
  vi.resetModules();
  vi.stubEnv('STATIC_EXPORT', '1');
  const { CODES, codesOf: withoutServer } = await import('./codes');
  vi.unstubAllEnvs();
  const codes = withoutServer(choice);
  expect(CODES).toEqual(['element', 'iframe', 'height', 'markdown']);
  for (const kind of CODES) expect(codes[kind], kind).not.toMatch(/snapshot|oembed/);
  expect(codes.markdown).toMatch(/^\[Dials & "letters"\]\(http/);
});
