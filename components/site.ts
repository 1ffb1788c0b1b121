// Where this site is, and what serves it: settings of the build (scripts/site-url.mjs), put into every script.

/** The public address, for all that is written down elsewhere. No slash at its end. */
export const SITE = process.env.SITE_URL ?? 'http://localhost:3000';

/** The site is files alone: nothing of it answers, rooms and pictures on demand are not there. */
export const FILES_ALONE = process.env.STATIC_EXPORT === '1';

/** What stands before each of our paths where the site has not a host of its own: `/notes`; else nothing. */
const BASE = new URL(SITE).pathname.replace(/\/$/, '');

/**
 * The address of a path of ours, for links, fetches and frames: everything that Next does not write itself, as it
 * does those of `Link`. Where a page is a folder's index it ends with a slash; not every host keeps the query of one
 * that does not.
 * @param path with its slash in front; may have a query and a fragment
 */
export function at(path: string): string {
  return BASE + (FILES_ALONE ? path.replace(/^[^?#.]*[^/?#.](?=[?#]|$)/, '$&/') : path);
}
