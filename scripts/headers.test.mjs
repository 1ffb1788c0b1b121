// Which pages may be framed by whom, and what the pages of others may fetch.

import { expect, test } from 'vitest';
import config from '../next.config.mjs';

const rules = await config.headers();

/** The header that Next sends for a path: the last rule that names it. */
function header(path, name, query = '') {
  const found = rules
    .filter(({ source }) => patternOf(source).test(path))
    .filter(({ has = [] }) => has.every(({ key }) => new URLSearchParams(query).has(key)))
    .flatMap(({ headers }) => headers)
    .filter(({ key }) => key === name);
  return found.at(-1)?.value;
}

const patternOf = (source) =>
  new RegExp(`^${source.replace('/:path*', '(/.*)?').replace('/:path+', '/.+')}$`);

const POLICY = 'Content-Security-Policy';
const OPEN = 'Access-Control-Allow-Origin';

test('anyone may frame an embedded panel, and nobody else anything else', () => {
  // Not even `*`: that shuts out pages without an origin.
  expect(header('/embed/accept', POLICY)).not.toContain('frame-ancestors');
  for (const path of [
    '/',
    '/embed',
    '/en/more-heads',
    '/classroom',
    '/model/names/manifest.json',
  ]) {
    expect(header(path, POLICY), path).toContain("frame-ancestors 'self'");
  }
});

test('an embedded panel runs no inline script and evaluates no string', () => {
  const scripts = header('/embed/accept', POLICY)
    .split('; ')
    .find((directive) => directive.startsWith('script-src '));
  expect(scripts).toBe("script-src 'self' 'wasm-unsafe-eval'");
});

test('frames without an origin may fetch scripts and weights, which never change under one address', () => {
  for (const path of ['/embed/assets/boot-X.js', '/model/names/teacher.safetensors']) {
    expect(header(path, OPEN), path).toBe('*');
    expect(header(path, 'X-Content-Type-Options'), path).toBe('nosniff');
  }
  expect(header('/', OPEN)).toBeUndefined();
  expect(header('/embed/assets/boot-X.js', 'Cache-Control')).toContain('immutable');
  expect(header('/model/names/teacher.safetensors', 'Cache-Control', 'sha256=1')).toContain(
    'immutable',
  );
  expect(header('/embed/accept', 'Cache-Control')).toBeUndefined();
});
