import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { inlineScripts, strictly } from './policy.mjs';

const page =
  '<html><head><script>let a = 1 < 2</script><script src="/a.js" async=""></script></head>' +
  '<body><script id="b">b()</script></body></html>';

test('a page allows the inline scripts that it has, by their hashes, and no others', () => {
  const html = strictly(page);
  const scripts = /script-src ([^;]*)/.exec(html)?.[1]?.split(' ') ?? [];
  const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  expect(scripts).toEqual(["'self'", "'wasm-unsafe-eval'", hash('let a = 1 < 2'), hash('b()')]);
  expect(scripts).not.toContain("'unsafe-inline'");
});

test('the policy stands before the first script', () => {
  const html = strictly(page);
  expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<script'));
  expect(inlineScripts(html)).toEqual(inlineScripts(page));
});

test('the encoding of a page stays within its first kilobyte', () => {
  const html = page.replace('<head>', '<head><meta charSet="utf-8"/>');
  expect(strictly(html)).toMatch(
    /^<html><head><meta charSet="utf-8"\/><meta http-equiv="Content-Sec/,
  );
});

test('a page that could not carry a policy stops the build', () => {
  expect(() => strictly('<p>no head</p>')).toThrow('without <head>');
});
