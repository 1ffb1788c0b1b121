// A download that is cut, damaged or stopped, on servers with ranges and without.

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { entryOf, fakeSite } from '../testing/fake-site';
import { download } from './download';
import type { FileEntry } from './manifest';

const PATH = 'names/teacher.safetensors';
const ASKED = `/model/${PATH}`;
const content = Uint8Array.from({ length: 1000 }, (_, i) => (i * 7) % 251);
/** Four parts: 256, 256, 256 and 232 bytes. */
const entry = entryOf('teacher.safetensors', content, 256);

const { site, fetch } = fakeSite();

beforeEach(() => {
  Object.assign(site, fakeSite().site, { files: new Map([[ASKED, content]]), asked: [] });
  vi.stubGlobal('fetch', fetch);
});
afterEach(() => vi.unstubAllGlobals());

const bytesOf = (buffer: ArrayBuffer) => new Uint8Array(buffer);
const stopped = {
  code: 'no-weights',
  message: `The download of ${PATH} was stopped; what has come is kept.`,
};
const failed = { code: 'no-weights', message: `${PATH} could not be fetched: the network failed.` };

test('a file comes in one request, and progress ends with its size', async () => {
  const heard: number[] = [];
  const options = { entry, onBytes: (bytes: number) => heard.push(bytes) };
  expect(bytesOf(await download('/model/')(PATH, options))).toEqual(content);
  expect(site.asked).toEqual([ASKED]);
  expect(heard).toEqual([100, 200, 300, 400, 500, 600, 700, 800, 900, 1000]);
});

test.each([
  ['with ranges', true, 'bytes=512-'],
  ['without ranges', false, 'bytes=512-'],
])('after a cut the rest comes, %s', async (_, ranges, range) => {
  const fetchFile = download('/model/');
  Object.assign(site, { ranges, cutAfter: 600 });
  await expect(fetchFile(PATH, { entry })).rejects.toMatchObject(failed);
  site.cutAfter = Number.POSITIVE_INFINITY;
  const heard: number[] = [];
  const options = { entry, onBytes: (bytes: number) => heard.push(bytes) };
  expect(bytesOf(await fetchFile(PATH, options))).toEqual(content);
  expect(site.asked).toEqual([ASKED, `${ASKED} ${range}`]);
  // What is here already counts from the first byte on.
  expect(Math.min(...heard)).toBeGreaterThanOrEqual(512);
});

test('what is good is not written again by a server that sends all, and other bytes', async () => {
  const fetchFile = download('/model/');
  Object.assign(site, { ranges: false, cutAfter: 600 });
  await expect(fetchFile(PATH, { entry })).rejects.toMatchObject(failed);
  site.cutAfter = Number.POSITIVE_INFINITY;
  site.damage = (chunk, at) => at < 500 && chunk.fill(0);
  expect(bytesOf(await fetchFile(PATH, { entry }))).toEqual(content);
});

test('other weights of the same name do not go on behind the old ones', async () => {
  const fetchFile = download('/model/');
  site.cutAfter = 600;
  await expect(fetchFile(PATH, { entry })).rejects.toMatchObject(failed);
  site.cutAfter = Number.POSITIVE_INFINITY;
  const other = content.map((byte) => byte ^ 1);
  site.files.set(ASKED, other);
  const next = entryOf('teacher.safetensors', other, 256);
  expect(bytesOf(await fetchFile(PATH, { entry: next }))).toEqual(other);
  expect(site.asked).toEqual([ASKED, ASKED]);
});

test('a part that comes damaged is fetched again, from its first byte', async () => {
  let bad = 1;
  site.damage = (chunk, at) => at === 300 && bad-- > 0 && chunk.fill(0);
  expect(bytesOf(await download('/model/')(PATH, { entry }))).toEqual(content);
  expect(site.asked).toEqual([ASKED, `${ASKED} bytes=256-`]);
});

test('two parts that come damaged are each fetched again', async () => {
  const bad = new Set([300, 812]);
  site.damage = (chunk, at) => {
    for (const place of bad) {
      if (at > place || place >= at + chunk.length) continue;
      bad.delete(place);
      chunk.fill(0, place - at, place - at + 1);
    }
  };
  expect(bytesOf(await download('/model/')(PATH, { entry }))).toEqual(content);
  expect(site.asked).toEqual([ASKED, `${ASKED} bytes=256-`, `${ASKED} bytes=768-`]);
});

test.each([
  ['with ranges', true],
  ['without ranges', false],
])('a part that comes damaged twice is named, %s; later all is fetched anew', async (_, ranges) => {
  const fetchFile = download('/model/');
  site.ranges = ranges;
  site.damage = (chunk, at) => at <= 700 && at + chunk.length > 700 && chunk.fill(0);
  await expect(fetchFile(PATH, { entry })).rejects.toMatchObject({
    code: 'bad-weights',
    message: expect.stringMatching(
      /^teacher\.safetensors: the content is damaged in part 3 of 4, which was fetched twice; its SHA-256 is /,
    ),
  });
  expect(site.asked).toEqual([ASKED, `${ASKED} bytes=512-`]);
  site.damage = () => {};
  expect(bytesOf(await fetchFile(PATH, { entry }))).toEqual(content);
  expect(site.asked.at(-1)).toBe(ASKED);
});

test('a manifest without parts: the file is one part', async () => {
  const { parts: _, ...plain } = entry;
  site.damage = (chunk) => chunk.fill(0);
  const damaged = download('/model/')(PATH, { entry: plain as FileEntry });
  await expect(damaged).rejects.toThrow('damaged in part 1 of 1');
  site.damage = () => {};
  expect(bytesOf(await download('/model/')(PATH, { entry: plain as FileEntry }))).toEqual(content);
});

test('a file that is shorter or longer than the manifest says is told by its size', async () => {
  site.files.set(ASKED, content.slice(0, 700));
  await expect(download('/model/')(PATH, { entry })).rejects.toMatchObject({
    code: 'bad-weights',
    message: 'teacher.safetensors: 700 bytes came, the manifest says 1,000.',
  });
  site.files.set(ASKED, new Uint8Array([...content, 1]));
  await expect(download('/model/')(PATH, { entry })).rejects.toMatchObject({
    message: 'teacher.safetensors: 1,001 bytes came, the manifest says 1,000.',
  });
});

test('a download that is stopped keeps what came, and a new one goes on', async () => {
  const fetchFile = download('/model/');
  const controller = new AbortController();
  let chunks = 0;
  site.onChunk = () => {
    chunks += 1;
    if (chunks === 6) controller.abort();
  };
  const { signal } = controller;
  await expect(fetchFile(PATH, { entry, signal })).rejects.toMatchObject(stopped);
  await expect(fetchFile(PATH, { entry, signal })).rejects.toMatchObject(stopped);
  expect(bytesOf(await fetchFile(PATH, { entry }))).toEqual(content);
  expect(site.asked.at(-1)).toMatch(/bytes=(256|512)-$/);
});

test('a file that is not there is told by what the server says', async () => {
  await expect(download('/model/')('names/goldens.json')).rejects.toMatchObject({
    code: 'no-weights',
    message: 'names/goldens.json could not be fetched: the server says 404.',
  });
});
