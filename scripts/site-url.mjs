// Where this site is, as others write it: in embed codes, oEmbed answers and link previews. A setting of the
// build, so that all of them say the same; never taken from a request.

/** `SITE_URL` without a slash at its end; this machine where it is not set. Throws on anything but an address. */
export function siteUrl({ SITE_URL, PORT } = process.env) {
  if (!SITE_URL) return `http://localhost:${PORT ?? 3000}`;
  const { protocol, origin, pathname } = new URL(SITE_URL);
  if (pathname !== '/' || !['http:', 'https:'].includes(protocol)) {
    throw new Error(`SITE_URL is “${SITE_URL}”; allowed: https://name, without a path.`);
  }
  return origin;
}
