// Weights kept in the browser, by their checksum: the next visit does not fetch them again, and other
// weights are noticed through the manifest, which is always asked for; without a network the manifest that
// came last answers. Where storage is refused (sandboxed frames, private windows, a full disk) there is none,
// and nothing else changes.

import { download } from './download';
import { Fault } from './fault';
import { type FetchFile, type FetchOptions, verifyFile } from './fetch';
import type { FileEntry } from './manifest';

/** The name of the cache; see CacheStorage. */
const STORE = 'foretoken-weights';

export type StoredFile = Readonly<{ path: string; bytes: number }>;

/** A file of a model below `base`: weights, which have a checksum, or what is said of them. */
export type ModelFile = Readonly<{ path: string; bytes: number; sha256?: string }>;

/** Files below `base`, for example `/model/`: kept ones from the browser, others over the network. */
export function fetchFrom(base: string): FetchFile {
  const fetchFile = download(base);
  return async (path, options = {}) => {
    const { entry } = options;
    const url = addressOf(base, path, entry);
    if (!entry) return fetchLatest(url, () => fetchFile(path, options), options);
    const kept = await find(url, entry);
    if (kept) return kept;
    const content = await fetchFile(path, options);
    void keep(url, content); // nobody waits for it
    return content;
  };
}

/**
 * Fetches and keeps what this browser does not keep yet of these files, so that their models run without a network.
 * @param onBytes hears how many bytes of all of them are here
 * Throws Fault 'no-weights' where one cannot be fetched or kept, or `signal` stops it; 'bad-weights' for damage.
 */
export async function keepFiles(
  base: string,
  files: readonly ModelFile[],
  { signal, onBytes }: Pick<FetchOptions, 'signal' | 'onBytes'> = {},
): Promise<void> {
  const fetchFile = download(base);
  const kept = await keptAddresses();
  let here = 0;
  for (const file of files) {
    const { path, bytes, sha256 } = file;
    const url = addressOf(base, path, file);
    const before = here;
    if (!(sha256 && kept.has(absolute(url)))) {
      const content = await fetchFile(path, {
        ...(signal && { signal }),
        ...(sha256 && { entry: { file: path, bytes, sha256 } }),
        onBytes: (came) => onBytes?.(before + came),
      });
      if (!(await keep(url, content))) {
        throw new Fault(
          'no-weights',
          `${path} could not be kept: this browser has no room for it.`,
        );
      }
    }
    here += bytes;
    onBytes?.(here);
  }
}

/** Whether this browser keeps all of these files. */
export async function areKept(base: string, files: readonly ModelFile[]): Promise<boolean> {
  const kept = await keptAddresses();
  return files.every((file) => kept.has(absolute(addressOf(base, file.path, file))));
}

/** The weights that this browser keeps for this site; null where it keeps nothing at all. */
export function listStored(): Promise<readonly StoredFile[] | null> {
  return allowed(async (storage) => {
    const store = await storage.open(STORE);
    const weights = (await store.keys()).filter(({ url }) =>
      new URL(url).searchParams.has('sha256'),
    );
    const files = weights.map(async (request) => {
      const blob = await (await store.match(request))?.blob();
      return { path: new URL(request.url).pathname, bytes: blob?.size ?? 0 };
    });
    return Promise.all(files);
  });
}

export async function clearStored(): Promise<void> {
  await allowed((storage) => storage.delete(STORE));
}

/** A file without an entry is asked for each time; without a network it is what came last, whatever its checksum. */
async function fetchLatest(
  url: string,
  fetchFile: () => Promise<ArrayBuffer>,
  { signal }: FetchOptions,
): Promise<ArrayBuffer> {
  try {
    const content = await fetchFile();
    if (url.endsWith('.json')) void keep(url, content);
    return content;
  } catch (cause) {
    const kept = signal?.aborted
      ? null
      : await allowed(async (storage) =>
          (await storage.open(STORE)).match(url, { ignoreSearch: true }),
        );
    if (kept) return kept.arrayBuffer();
    throw cause;
  }
}

function addressOf(base: string, path: string, entry?: { readonly sha256?: string }): string {
  return base + path + (entry?.sha256 ? `?sha256=${entry.sha256}` : '');
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

/** True when it is kept. */
async function keep(url: string, content: ArrayBuffer): Promise<boolean> {
  const kept = await allowed(async (storage) => {
    const store = await storage.open(STORE);
    await store.delete(url, { ignoreSearch: true }); // the versions before
    await store.put(url, new Response(content));
    return true;
  });
  return kept ?? false;
}

/** Addresses in full of all that is kept. */
async function keptAddresses(): Promise<ReadonlySet<string>> {
  const requests = await allowed(async (storage) => (await storage.open(STORE)).keys());
  return new Set(requests?.map(({ url }) => url));
}

function absolute(url: string): string {
  return new URL(url, globalThis.location?.href).href;
}

/** What `use` returns, or null where the browser refuses storage, which it may do at any step. */
async function allowed<T>(use: (storage: CacheStorage) => Promise<T>): Promise<T | null> {
  try {
    return globalThis.caches ? await use(globalThis.caches) : null;
  } catch {
    return null;
  }
}
