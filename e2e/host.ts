// A page of somebody else, on another origin, that holds embedded panels.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Host = Readonly<{ origin: string; close: () => void }>;

/** @param headers what this page is served with, such as a policy of its own */
export async function openHost(html: string, headers: Record<string, string> = {}): Promise<Host> {
  const server = createServer((_, answer) => {
    answer.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...headers });
    answer.end(
      `<!doctype html><html lang="en"><title>Host</title><body><h1>Host</h1>${html}</html>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
