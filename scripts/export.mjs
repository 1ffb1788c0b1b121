// `npm run export`: the site as files in out/, for any file host.

import { fail, installPackages, requireNode, run } from './set-up.mjs';
import { basePath, out, siteUrl } from './site-url.mjs';

requireNode();
await installPackages();
console.log(`Export: for ${siteUrl()}; SITE_URL sets another address, with a path if it has one.`);
if ((await run('npm', ['run', '--silent', 'build'], { STATIC_EXPORT: '1' })) !== 0) {
  fail('The export did not succeed; the first error above says why.');
}
console.log(`
The site is in ${out()}/. Any file host can serve it, at ${siteUrl()}/
To look at it here: SITE_URL=${siteUrl()} node scripts/serve-files.mjs ${out()}
then open http://localhost:3000${basePath()}/
Rooms across devices, and oEmbed and pictures on demand, need a server and are not in it. The classroom of one
device is, oEmbed as files, and pictures from each panel's menu.`);
