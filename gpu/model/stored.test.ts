// What a browser keeps of the weights, and one that keeps nothing.

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { entryOf, fakeSite, fakeStorage } from '../testing/fake-site';
import { areKept, clearStored, fetchFrom, keepFiles, listStored } from './stored';

const PATH = 'names/teacher.safetensors';
const content = Uint8Array.from({ length: 1000 }, (_, i) => (i * 7) % 251);
const entry = entryOf('teacher.safetensors', content, 256);
const bytesOf = (buffer: ArrayBuffer) => new Uint8Array(buffer);

/** Addresses as browsers give them. */
const BASE = 'http://site/model/';

let { site, fetch } = fakeSite();
let { storage, kept } = fakeStorage();

beforeEach(() => {
  ({ site, fetch } = fakeSite());
  ({ storage, kept } = fakeStorage());
  site.files.set(`/model/${PATH}`, content);
  site.files.set('/model/names/manifest.json', new Uint8Array([1]));
  vi.stubGlobal('fetch', fetch);
  vi.stubGlobal('caches', storage);
});
afterEach(() => vi.unstubAllGlobals());

const untilKept = () => vi.waitFor(() => expect(kept.size).toBe(1));

test('the second visit fetches the manifest and no weights', async () => {
  await fetchFrom(BASE)(PATH, { entry });
  await untilKept();
  const again = fetchFrom(BASE);
  await again('names/manifest.json');
  expect(bytesOf(await again(PATH, { entry }))).toEqual(content);
  expect(site.asked).toEqual([`/model/${PATH}`, '/model/names/manifest.json']);
});

test('new weights take the place of the old ones', async () => {
  await fetchFrom(BASE)(PATH, { entry });
  await untilKept();
  const other = content.map((byte) => byte ^ 1);
  site.files.set(`/model/${PATH}`, other);
  const next = entryOf('teacher.safetensors', other, 256);
  expect(bytesOf(await fetchFrom(BASE)(PATH, { entry: next }))).toEqual(other);
  const urls = [`${BASE}${PATH}?sha256=${next.sha256}`];
  await vi.waitFor(() => expect([...kept.keys()]).toEqual(urls));
});

test('what was damaged on the disk is fetched again and kept', async () => {
  const url = `${BASE}${PATH}?sha256=${entry.sha256}`;
  kept.set(url, content.map((byte) => byte ^ 1).buffer);
  expect(bytesOf(await fetchFrom(BASE)(PATH, { entry }))).toEqual(content);
  await vi.waitFor(() => expect(bytesOf(kept.get(url) as ArrayBuffer)).toEqual(content));
});

test('two tabs at once both get the file, and one copy is kept', async () => {
  const tabs = [fetchFrom(BASE), fetchFrom(BASE)];
  const files = await Promise.all(tabs.map((fetchFile) => fetchFile(PATH, { entry })));
  for (const file of files) expect(bytesOf(file)).toEqual(content);
  await untilKept();
  await fetchFrom(BASE)(PATH, { entry });
  expect(site.asked).toHaveLength(2);
});

test('what is kept can be listed and cleared', async () => {
  await fetchFrom(BASE)(PATH, { entry });
  await untilKept();
  expect(await listStored()).toEqual([{ path: `/model/${PATH}`, bytes: 1000 }]);
  await clearStored();
  expect(await listStored()).toEqual([]);
});

const refusal = () => {
  throw new DOMException('denied', 'SecurityError');
};
test.each([
  ['no storage', () => undefined],
  ['a sandboxed frame', refusal],
  ['a private window', () => ({ open: async () => refusal() })],
  [
    'a full disk',
    () => ({
      open: async () => ({ match: async () => undefined, delete: async () => false, put: refusal }),
    }),
  ],
])('%s: the file comes all the same', async (_, get) => {
  Object.defineProperty(globalThis, 'caches', { configurable: true, get });
  expect(bytesOf(await fetchFrom(BASE)(PATH, { entry }))).toEqual(content);
  expect(bytesOf(await fetchFrom(BASE)(PATH, { entry }))).toEqual(content);
  expect(site.asked).toHaveLength(2);
});

test('without a network the manifest that came last answers, and weights are found by their name alone', async () => {
  const fetchFile = fetchFrom(BASE);
  await fetchFile(PATH, { entry });
  await fetchFile('names/manifest.json');
  await vi.waitFor(() => expect(kept.size).toBe(2));
  site.files.set('/model/names/manifest.json', new Uint8Array([2]));
  expect(bytesOf(await fetchFile('names/manifest.json'))).toEqual(new Uint8Array([2]));
  await vi.waitFor(() =>
    expect(bytesOf(kept.get(`${BASE}names/manifest.json`) as ArrayBuffer)[0]).toBe(2),
  );
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  expect(bytesOf(await fetchFile('names/manifest.json'))).toEqual(new Uint8Array([2]));
  expect(bytesOf(await fetchFile(PATH))).toEqual(content);
  await expect(fetchFile('names/goldens.json')).rejects.toThrow('the network failed');
  expect(await listStored()).toEqual([{ path: `/model/${PATH}`, bytes: 1000 }]);
});

const FILES = [
  { path: 'names/manifest.json', bytes: 1 },
  { path: PATH, bytes: 1000, sha256: entry.sha256 },
];

test('files are kept before they are wanted, and none is fetched twice', async () => {
  expect(await areKept(BASE, FILES)).toBe(false);
  const heard: number[] = [];
  await keepFiles(BASE, FILES, { onBytes: (bytes) => heard.push(bytes) });
  expect(heard.at(-1)).toBe(1001);
  expect(heard).toEqual([...heard].sort((a, b) => a - b));
  expect(await areKept(BASE, FILES)).toBe(true);
  await keepFiles(BASE, FILES);
  await fetchFrom(BASE)(PATH, { entry });
  expect(site.asked.filter((path) => path.endsWith(PATH))).toHaveLength(1);
});

test('what cannot be kept is said, and so is a stop', async () => {
  const stop = AbortSignal.abort();
  await expect(keepFiles(BASE, FILES, { signal: stop })).rejects.toThrow('was stopped');
  vi.stubGlobal('caches', undefined);
  await expect(keepFiles(BASE, FILES)).rejects.toThrow('could not be kept');
  expect(await areKept(BASE, FILES)).toBe(false);
});

test('a browser that keeps nothing says so', async () => {
  vi.stubGlobal('caches', undefined);
  expect(await listStored()).toBeNull();
});
