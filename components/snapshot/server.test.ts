import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createSnapshots, LIMITS, type Limits } from './server';

/** A thread that counts what it was asked, and loops for ever where it is asked to. */
const THREAD = `
import { parentPort } from 'node:worker_threads';
let count = 0;
parentPort.on('message', ({ query }) => {
  if (query === 'throw') throw new Error('asked to');
  while (query === 'loop');
  if (query === 'refuse') return parentPort.postMessage({ status: 400, sentence: 'no' });
  count += 1;
  setTimeout(() => parentPort.postMessage({ body: query + ' ' + count }), 20);
});
`;
const file = join(mkdtempSync(join(tmpdir(), 'foretoken-')), 'thread.mjs');
writeFileSync(file, THREAD);

const opened: ReturnType<typeof createSnapshots>[] = [];
afterEach(() => {
  for (const { close } of opened.splice(0)) void close();
});

function snapshots(limits: Partial<Limits> = {}) {
  const own = createSnapshots('', file, { ...LIMITS, ...limits });
  opened.push(own);
  return (query: string) => own.take({ panel: 'cover', query, kind: 'svg' });
}

test('each picture is taken once', async () => {
  const take = snapshots();
  expect(await take('a')).toEqual({ body: 'a 1' });
  expect(await take('b')).toEqual({ body: 'b 2' });
  expect(await take('a')).toEqual({ body: 'a 1' });
});

test('the oldest picture is forgotten first; a refusal is not kept', async () => {
  const take = snapshots({ kept: 1 });
  await take('a');
  expect(await take('refuse')).toEqual({ status: 400, sentence: 'no' });
  await take('b');
  expect(await take('b')).toEqual({ body: 'b 2' });
  expect(await take('a')).toEqual({ body: 'a 3' });
});

test('a run that never ends is ended, and the next one is answered', async () => {
  const take = snapshots({ ms: 500 });
  expect(await take('loop')).toMatchObject({
    status: 503,
    sentence: expect.stringContaining('0.5 seconds'),
  });
  expect(await take('a')).toEqual({ body: 'a 1' });
});

test('a thread that dies is replaced', async () => {
  const take = snapshots();
  expect(await take('throw')).toMatchObject({ status: 500 });
  expect(await take('a')).toEqual({ body: 'a 1' });
});

test('too many at once, and too many in a minute, are turned away', async () => {
  const busy = snapshots({ waiting: 2 });
  const [, , third] = await Promise.all([busy('a'), busy('b'), busy('c')]);
  expect(third).toMatchObject({ status: 503 });
  const slow = snapshots({ burst: 2, perMinute: 0 });
  await slow('a');
  await slow('b');
  expect(await slow('c')).toMatchObject({ status: 429 });
  expect(await slow('a')).toEqual({ body: 'a 1' });
});
