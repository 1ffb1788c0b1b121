// Weights kept in the browser, by their checksum: the next visit does not fetch them again, and other
// weights are noticed through the manifest, which is always asked for. Where storage is refused
// (sandboxed frames, private windows, a full disk) there is none, and nothing else changes.

import { download } from './download';
import { type FetchFile, verifyFile } from './fetch';
import type { FileEntry } from './manifest';

/** The name of the cache; see CacheStorage. */
const STORE = 'foretoken-weights';

export type StoredFile = Readonly<{ path: string; bytes: number }>;

/** Files below `base`, for example `/model/`: kept ones from the browser, others over the network. */
export function fetchFrom(base: string): FetchFile {
  const fetchFile = download(base);
  return async (path, options = {}) => {
    const { entry } = options;
    if (!entry) return fetchFile(path, options);
    const url = `${base}${path}?sha256=${entry.sha256}`;
    const kept = await find(url, entry);
    if (kept) return kept;
    const content = await fetchFile(path, options);
    void keep(url, content); // nobody waits for it
    return content;
  };
}

/** The weights that this browser keeps for this site; null where it keeps nothing at all. */
export function listStored(): Promise<readonly StoredFile[] | null> {
  return allowed(async (storage) => {
    const store = await storage.open(STORE);
    const files = (await store.keys()).map(async (request) => {
      const blob = await (await store.match(request))?.blob();
      return { path: new URL(request.url).pathname, bytes: blob?.size ?? 0 };
    });
    return Promise.all(files);
  });
}

export async function clearStored(): Promise<void> {
  await allowed((storage) => storage.delete(STORE));
}

async function find(url: string, entry: FileEntry): Promise<ArrayBuffer | null> {
  return allowed(async (storage) => {
    const response = await (await storage.open(STORE)).match(url);
    if (!response) return null;
    const content = await response.arrayBuffer();
    await verifyFile(entry, content); // damaged on the disk: as if it were not there
    return content;
  });
}

async function keep(url: string, content: ArrayBuffer): Promise<void> {
  await allowed(async (storage) => {
    const store = await storage.open(STORE);
    await store.delete(url, { ignoreSearch: true }); // the versions before
    await store.put(url, new Response(content));
  });
}

/** What `use` returns, or null where the browser refuses storage, which it may do at any step. */
async function allowed<T>(use: (storage: CacheStorage) => Promise<T>): Promise<T | null> {
  try {
    return globalThis.caches ? await use(globalThis.caches) : null;
  } catch {
    return null;
  }
}
