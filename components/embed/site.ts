// The public address of this site, for all that is written down elsewhere: next.config.mjs puts it into the
// build (scripts/site-url.mjs). No slash at its end.

export const SITE = process.env.SITE_URL ?? 'http://localhost:3000';
