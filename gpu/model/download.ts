// Files over the network. Weights come in one stream and are checked part by part as they come; after
// a cut, a stop or a damaged part the next request goes on behind the last good part.

import { Fault } from './fault';
import { damaged, type FetchFile, type FetchOptions, sha256Of, wrongSize } from './fetch';
import type { FileEntry } from './manifest';

/** A weights file that is on its way. */
type Begun = {
  readonly entry: FileEntry;
  readonly content: Uint8Array<ArrayBuffer>; // [entry.bytes]
  /** How many bytes, from the first, are checked. */
  good: number;
};

/** Files below `base`, for example `/model/`. Keeps what has come of a file until the file is whole. */
export function download(base: string): FetchFile {
  const begun = new Map<string, Begun>();

  async function weights(path: string, entry: FileEntry, options: FetchOptions) {
    let file = begun.get(path);
    if (file?.entry.sha256 !== entry.sha256) {
      file = { entry, content: new Uint8Array(entry.bytes), good: 0 };
      begun.set(path, file);
    }
    await complete(file, `${base}${path}?sha256=${entry.sha256}`, options);
    begun.delete(path);
    return file.content.buffer;
  }

  return async (path, options = {}) => {
    try {
      if (options.entry) return await weights(path, options.entry, options);
      // Revalidated each time: it says which weights belong to it.
      const response = await ask(base + path, { cache: 'no-cache' }, options);
      return await response.arrayBuffer();
    } catch (cause) {
      if (cause instanceof Fault) {
        begun.delete(path); // not to be mended by going on
        throw cause;
      }
      const sentence = options.signal?.aborted
        ? `The download of ${path} was stopped; what has come is kept.`
        : `${path} could not be fetched: the network failed.`;
      throw new Fault('no-weights', sentence, { cause });
    }
  };
}

async function ask(url: string, init: RequestInit, { signal }: FetchOptions): Promise<Response> {
  const response = await fetch(url, { ...init, ...(signal && { signal }) });
  if (response.ok) return response;
  const path = new URL(response.url || url, 'http://x').pathname.split('/').slice(-2).join('/');
  throw new Fault(
    'no-weights',
    `${path} could not be fetched: the server says ${response.status}.`,
  );
}

/** Fetches the rest of a file. A part that comes damaged is fetched again once. */
async function complete(file: Begun, url: string, options: FetchOptions): Promise<void> {
  let again: number | undefined; // where the part begins that is fetched for the second time
  while (file.good < file.entry.bytes) {
    // Not a second time from the browser's own cache.
    const fault = await readOn(file, url, again === undefined ? 'default' : 'reload', options);
    if (fault && again === file.good) throw fault;
    again = fault && file.good;
  }
}

/** Reads on behind the good parts, to the end of the file or to a damaged part, which is returned as a Fault. */
async function readOn(
  file: Begun,
  url: string,
  cache: RequestCache,
  options: FetchOptions,
): Promise<Fault | undefined> {
  const headers = file.good > 0 ? { Range: `bytes=${file.good}-` } : {};
  const response = await ask(url, { cache, headers }, options);
  if (!response.body) throw new Error('A response without a body');
  const reader = response.body.getReader();
  // A server without ranges sends the whole file.
  let at = response.status === 206 ? startOf(response, file.good) : 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      at = write(file, at, next.value);
      const fault = await check(file, at);
      if (fault) return fault;
      options.onBytes?.(Math.max(at, file.good));
    }
  } finally {
    reader.cancel().catch(() => undefined); // where it ended or failed there is nothing to cancel
  }
  if (file.good < file.entry.bytes) throw wrongSize(file.entry, at);
  return undefined;
}

/** Writes what is not yet good of `chunk`, whose first byte is byte `at` of the file; returns where it ends. */
function write({ entry, content, good }: Begun, at: number, chunk: Uint8Array): number {
  const end = at + chunk.byteLength;
  if (end > entry.bytes) throw wrongSize(entry, end);
  const from = Math.max(at, good);
  if (from < end) content.set(chunk.subarray(from - at), from);
  return end;
}

/** Counts every part that is whole among the first `at` bytes as good, up to one that is damaged. */
async function check(file: Begun, at: number): Promise<Fault | undefined> {
  const { entry, content } = file;
  const { bytes, sha256 } = entry.parts ?? { bytes: entry.bytes, sha256: [entry.sha256] };
  while (file.good < entry.bytes) {
    const end = Math.min(file.good + bytes, entry.bytes);
    if (at < end) return undefined;
    const part = file.good / bytes;
    const found = await sha256Of(content.subarray(file.good, end));
    const expected = sha256[part] ?? '';
    if (found && found !== expected) {
      const where = ` in part ${part + 1} of ${sha256.length}, which was fetched twice`;
      return damaged(entry.file, found, expected, where);
    }
    file.good = end;
  }
  return undefined;
}

function startOf(response: Response, asked: number): number {
  const [, start = asked] = /^bytes (\d+)-/.exec(response.headers.get('Content-Range') ?? '') ?? [];
  return Number(start);
}
