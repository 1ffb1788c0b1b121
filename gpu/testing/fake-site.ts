// A site and a browser's storage in the place of the real ones, with what can go wrong in both. For
// tests alone.

import { createHash } from 'node:crypto';
import type { FileEntry } from '../model/manifest';

export type Site = {
  /** What is served, by path. */
  files: Map<string, Uint8Array<ArrayBuffer>>;
  /** Whether the server understands Range. */
  ranges: boolean;
  /** The network fails after so many bytes of a response. */
  cutAfter: number;
  /** Changes a chunk on its way; `at` is where it begins in the file. */
  damage: (chunk: Uint8Array<ArrayBuffer>, at: number) => void;
  /** Called before each chunk. */
  onChunk: () => void;
  /** What was asked for: path, and Range where there was one. */
  readonly asked: string[];
};

/** Bytes of a response that come together. */
const CHUNK = 100;

/** A site, and the `fetch` that reaches it and nothing else. */
export function fakeSite(): { site: Site; fetch: typeof fetch } {
  const site: Site = {
    files: new Map(),
    ranges: true,
    cutAfter: Number.POSITIVE_INFINITY,
    damage: () => {},
    onChunk: () => {},
    asked: [],
  };
  const answer = async (url: string, { headers, signal }: RequestInit = {}) => {
    const { pathname } = new URL(url, 'http://site');
    const range = new Headers(headers).get('Range');
    site.asked.push([pathname, range].filter(Boolean).join(' '));
    signal?.throwIfAborted();
    const file = site.files.get(pathname);
    if (!file) return new Response('', { status: 404 });
    const start = site.ranges ? Number(/\d+/.exec(range ?? '')?.[0] ?? 0) : 0;
    const body = bodyOf(site, file, start, signal);
    if (!range || !site.ranges) return new Response(body);
    const says = `bytes ${start}-${file.length - 1}/${file.length}`;
    return new Response(body, { status: 206, headers: { 'Content-Range': says } });
  };
  return { site, fetch: answer as unknown as typeof fetch };
}

function bodyOf(
  site: Site,
  file: Uint8Array<ArrayBuffer>,
  start: number,
  signal: AbortSignal | null | undefined,
): ReadableStream<Uint8Array> {
  let at = start;
  return new ReadableStream({
    pull(controller) {
      site.onChunk();
      if (signal?.aborted) return controller.error(signal.reason);
      if (at - start >= site.cutAfter) return controller.error(new TypeError('network error'));
      if (at >= file.length) return controller.close();
      const chunk = file.slice(at, at + CHUNK);
      site.damage(chunk, at);
      at += chunk.length;
      controller.enqueue(chunk);
    },
  });
}

/** The manifest's entry of a file, in parts of `partBytes`. */
export function entryOf(
  file: string,
  content: Uint8Array<ArrayBuffer>,
  partBytes: number,
): FileEntry {
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
  const parts: string[] = [];
  for (let at = 0; at < content.length; at += partBytes) {
    parts.push(sha256(content.subarray(at, at + partBytes)));
  }
  const bytes = content.length;
  return { file, bytes, sha256: sha256(content), parts: { bytes: partBytes, sha256: parts } };
}

/** A browser's CacheStorage, as far as it is used, with its content by address. */
export function fakeStorage(): { storage: CacheStorage; kept: Map<string, ArrayBuffer> } {
  const kept = new Map<string, ArrayBuffer>();
  const cache = {
    match: async (url: string | Request, { ignoreSearch = false } = {}) => {
      const address = typeof url === 'string' ? url : url.url;
      const same = (key: string) =>
        ignoreSearch ? pathOf(key) === pathOf(address) : key === address;
      const key = Array.from(kept.keys()).find(same);
      const content = key && kept.get(key);
      return content && new Response(content);
    },
    put: async (url: string, response: Response) => {
      kept.set(url, await response.arrayBuffer());
    },
    delete: async (url: string) => {
      for (const key of kept.keys()) if (pathOf(key) === pathOf(url)) kept.delete(key);
    },
    keys: async () => Array.from(kept.keys(), (url) => ({ url })),
  };
  const storage = { open: async () => cache, delete: async () => kept.clear() };
  return { storage: storage as unknown as CacheStorage, kept };
}

function pathOf(url: string): string {
  return url.replace(/\?.*/, '');
}
