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

/**
 * Embedded panels (scripts/embed.mjs): anyone may frame them, and they run in sandboxed frames, where no
 * origin is theirs. No frame-ancestors: even `*` shuts out pages without an origin. No inline script; style
 * attributes are React's. The model's worker may be a Blob.
 */
export const embedPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The page with a policy that allows just the inline scripts that it has. Throws where it has no head. */
export function strictly(html) {
  return withPolicy(html, policy(inlineScripts(html).map(hashOf)).join('; '));
}

/** The page with a policy in its head, for hosts that send no headers. Throws where it has no head. */
export function withPolicy(html, content) {
  if (!html.includes('<head>')) throw new Error('A page without <head> can carry no policy.');
  const meta = `<meta http-equiv="Content-Security-Policy" content="${content}"/>`;
  // Behind the encoding, which browsers look for in the first kilobyte.
  return html.replace(/<head>(<meta charset="utf-8"\/>)?/i, (start) => start + meta);
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
