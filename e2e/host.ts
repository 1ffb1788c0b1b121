// Pages of somebody else, on another origin, that hold embedded panels.

import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { test as base } from './page';

export type Host = Readonly<{
  /** Serves this page at the address that is returned. @param headers of its own, such as a policy */
  serve: (body: string, headers?: Record<string, string>) => string;
  /** Serves the files in this folder at the address that is returned. */
  serveFolder: (folder: string) => string;
}>;

const TYPES: Readonly<Record<string, string>> = {
  ...{ '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css' },
};

/** `test` with a `host`, which goes when the test ends. */
export const test = base.extend<{ host: Host }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what is needed from the pattern
  host: async ({}, use) => {
    let answerTo: (path: string) => string | Buffer | undefined = () => '';
    let own: Record<string, string> = {};
    const server = createServer(({ url = '/' }, answer) => {
      const path = url.replace(/[?#].*/, '').replace(/\/$/, '/index.html');
      const type = TYPES[extname(path)] ?? 'application/octet-stream';
      const found = answerTo(path);
      answer
        .writeHead(found === undefined ? 404 : 200, { 'Content-Type': type, ...own })
        .end(found);
    });
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    const { port } = server.address() as AddressInfo;
    const address = `http://localhost:${port}/`;
    await use({
      serve(body, headers = {}) {
        own = headers;
        const page = `<!doctype html><html lang="en"><head><title>Host</title></head><body>${body}</body></html>`;
        answerTo = () => page;
        return address;
      },
      serveFolder(folder) {
        own = {};
        answerTo = (path) => {
          const file = join(folder, path);
          return existsSync(file) ? readFileSync(file) : undefined;
        };
        return address;
      },
    });
    server.closeAllConnections();
    server.close();
  },
});

export { expect, FILES } from './page';
