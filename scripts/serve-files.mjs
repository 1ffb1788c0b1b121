// A file host at its plainest, to look at an export and to test it: files by their names, the index of a folder,
// a page for what is not there. No header but the type, no encoding said, no ranges, nothing open to others.
//   SITE_URL=… node scripts/serve-files.mjs [folder]    as it was built; out/ if not named; at PORT, or 3000

import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fail, root } from './set-up.mjs';
import { basePath } from './site-url.mjs';

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.woff2': 'font/woff2',
};
const folder = join(root, process.argv[2] ?? 'out');
const port = Number(process.env.PORT ?? 3000);
const base = basePath();

if (!existsSync(folder)) fail(`There is no ${folder}; \`npm run export\` makes it.`);

createServer(({ url = '/' }, response) => {
  const { pathname, search } = new URL(url, 'http://localhost');
  const send = (status, file) => {
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    response.writeHead(status, { 'Content-Type': type });
    createReadStream(file).pipe(response);
  };
  // A URL's path has no `..` left in it; names here need no escapes.
  const file = join(folder, pathname.slice(base.length));
  const found = pathname.startsWith(`${base}/`) && existsSync(file) && statSync(file);
  if (!found) send(404, join(folder, '404.html'));
  else if (found.isFile()) send(200, file);
  else if (!pathname.endsWith('/')) {
    response.writeHead(301, { Location: `${pathname}/${search}` }).end();
  } else if (existsSync(join(file, 'index.html'))) send(200, join(file, 'index.html'));
  else send(404, join(folder, '404.html'));
}).listen(port, () => console.log(`http://localhost:${port}${base}/`));
