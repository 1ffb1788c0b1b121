// The site through a network that tests can cut or hold: a proxy, as a page's own routes cannot stop in
// the middle of a file.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Network = {
  readonly origin: string;
  /** Weights of names that were asked for, with their Range. */
  readonly asked: string[];
  /** Bytes after which a response with weights is cut, or held until `release`. */
  limit: { bytes: number; end: 'cut' | 'hold' } | null;
  /** Lets go what was held, and holds nothing more. */
  release: () => void;
  close: () => void;
};

/** Bytes of a part: small, so that the smallest file has several. */
const PART_BYTES = 64 * 1024;

/** A network before the site at `base`. */
export async function networkBefore(base: string): Promise<Network> {
  const held: (() => void)[] = [];
  const server = createServer((asking, answer) => {
    const { pathname } = new URL(asking.url ?? '', base);
    if (pathname.endsWith('/manifest.json')) {
      answer.setHeader('Content-Type', 'application/json').end(manifestWithParts(pathname));
      return;
    }
    const isWeights = /^\/model\/names\/.*\.safetensors$/.test(pathname);
    if (isWeights) network.asked.push(`${pathname} ${asking.headers.range ?? ''}`.trim());
    const headers = { ...asking.headers, host: new URL(base).host };
    const { method = 'GET', url = '' } = asking;
    request(base + url, { method, headers }, (response) => {
      answer.writeHead(response.statusCode ?? 500, response.headers);
      if (isWeights && network.limit) limited(response, answer, network.limit, held);
      else response.pipe(answer);
    }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const network: Network = {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    asked: [],
    limit: null,
    release() {
      network.limit = null;
      for (const go of held.splice(0)) go();
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
  return network;
}

function limited(
  response: IncomingMessage,
  answer: ServerResponse,
  { bytes, end }: { bytes: number; end: 'cut' | 'hold' },
  held: (() => void)[],
): void {
  const chunks: Buffer[] = [];
  response.on('data', (chunk: Buffer) => chunks.push(chunk));
  response.on('end', () => {
    const content = Buffer.concat(chunks);
    answer.write(content.subarray(0, bytes), () => {
      if (end === 'hold') held.push(() => answer.end(content.subarray(bytes)));
      else setTimeout(() => answer.destroy(), 200);
    });
  });
}

/** The manifest with the checksums of parts smaller than the exported ones. */
function manifestWithParts(pathname: string): string {
  const manifest = JSON.parse(readFileSync(`public${pathname}`, 'utf8'));
  for (const entry of Object.values<{ file: string; parts: unknown }>(manifest.files)) {
    const content = readFileSync(`public${pathname.replace('manifest.json', entry.file)}`);
    const sha256: string[] = [];
    for (let at = 0; at < content.length; at += PART_BYTES) {
      const part = content.subarray(at, at + PART_BYTES);
      sha256.push(createHash('sha256').update(part).digest('hex'));
    }
    entry.parts = { bytes: PART_BYTES, sha256 };
  }
  return JSON.stringify(manifest);
}
