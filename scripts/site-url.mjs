// Where this site is, as others write it: in embed codes, oEmbed answers and link previews. A setting of the
// build, so that all of them say the same; never taken from a request. A path in it is where the site lies on a
// host that has other sites, too.

/** `SITE_URL` without a slash at its end; this machine where it is not set. Throws on anything but an address. */
export function siteUrl({ SITE_URL, PORT } = process.env) {
  if (!SITE_URL) return `http://localhost:${PORT ?? 3000}`;
  const { protocol, origin, pathname, search, hash } = new URL(SITE_URL);
  const path = pathname.replace(/\/$/, '');
  if (!['http:', 'https:'].includes(protocol) || !/^(\/[\w.~-]+)*$/.test(path) || search + hash) {
    throw new Error(`SITE_URL is “${SITE_URL}”; allowed: https://name or https://name/path.`);
  }
  return origin + path;
}

/** The path in it, without a slash at its end: `/notes`; nothing for a site with a host of its own. */
export function basePath(env = process.env) {
  return new URL(siteUrl(env)).pathname.replace(/\/$/, '');
}

/** Settings that are put into scripts in place of `process.env.…`; components/site.ts reads them. */
export function siteEnv(env = process.env) {
  return { SITE_URL: siteUrl(env), STATIC_EXPORT: env.STATIC_EXPORT ?? '' };
}

/** The folder of an export; `OUT` where two are wanted. */
export function out({ OUT } = process.env) {
  return OUT ?? 'out';
}

/** The same for esbuild's `define`. */
export function siteDefines() {
  const settings = Object.entries({ ...siteEnv(), NODE_ENV: 'production' });
  return Object.fromEntries(
    settings.map(([name, value]) => [`process.env.${name}`, JSON.stringify(value)]),
  );
}
