// What the pages may load and run, as a Content-Security-Policy. Nothing comes from anywhere else.

import { createHash } from 'node:crypto';

/**
 * Next puts a page's data into inline scripts. A page that is built carries their hashes (`strictly`, after the
 * build); one that is made on demand cannot, so the header, which all pages have, allows inline scripts. A
 * browser obeys both. Strings are never evaluated (the development server needs it for source maps); the CPU
 * engine's WebAssembly may be compiled.
 * @param scripts what else may run besides our own files
 */
export function policy(scripts) {
  return [
    "default-src 'self'",
    `script-src 'self' 'wasm-unsafe-eval' ${scripts.join(' ')}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
  ];
}

/** The page with a policy that allows just the inline scripts that it has. Throws where it has no head. */
export function strictly(html) {
  if (!html.includes('<head>')) throw new Error('A page without <head> can carry no policy.');
  const content = policy(inlineScripts(html).map(hashOf)).join('; ');
  const meta = `<meta http-equiv="Content-Security-Policy" content="${content}"/>`;
  return html.replace('<head>', `<head>${meta}`);
}

/** The texts of the scripts that stand in the page itself. */
export function inlineScripts(html) {
  const scripts = html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g);
  return Array.from(scripts)
    .filter(([, attributes]) => !/\bsrc=/.test(attributes))
    .map(([, , text]) => text);
}

function hashOf(text) {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
