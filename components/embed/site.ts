// The public address of this site, for all that is written down elsewhere: next.config.mjs puts it into the
// build (scripts/site-url.mjs). No slash at its end.

export const SITE = process.env.SITE_URL ?? 'http://localhost:3000';

/** Where a host finds the answer for a page of ours. @param path with its slash in front */
export function oembedAddress(path: string): string {
  return `${SITE}/oembed?url=${encodeURIComponent(SITE + path)}`;
}
