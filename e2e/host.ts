// Pages of somebody else, on another origin, that hold embedded panels.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test as base } from './page';

export type Host = Readonly<{
  /** Serves this page at the address that is returned. @param headers of its own, such as a policy */
  serve: (body: string, headers?: Record<string, string>) => string;
}>;

/** `test` with a `host`, which goes when the test ends. */
export const test = base.extend<{ host: Host }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what is needed from the pattern
  host: async ({}, use) => {
    let page = '';
    let own: Record<string, string> = {};
    const server = createServer((_, answer) => {
      answer.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...own });
      answer.end(page);
    });
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    const { port } = server.address() as AddressInfo;
    await use({
      serve(body, headers = {}) {
        own = headers;
        page = `<!doctype html><html lang="en"><head><title>Host</title></head><body>${body}</body></html>`;
        return `http://localhost:${port}/`;
      },
    });
    server.closeAllConnections();
    server.close();
  },
});

export { expect, FILES } from './page';
