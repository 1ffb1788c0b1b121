// A page's line against the real routes, without a network: what breaks is broken here by hand.

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Drive, FIRST_DRIVE, type View } from '@/classroom';
import { type Connection, createConnection } from '@/components/classroom/connection';
import * as joining from './[code]/join/route.server';
import * as results from './[code]/results/route.server';
import * as say from './[code]/say/route.server';
import * as stream from './[code]/stream/route.server';
import * as viewing from './[code]/view/route.server';
import * as opening from './route.server';

const ORIGIN = 'http://classroom.test';
const PLACE = Symbol.for('foretoken.classroom');
const WAITS = { first: 5, longest: 20, held: 80, poll: 10 };
const drive: Drive = {
  ...FIRST_DRIVE,
  ...{ scene: 3, step: 1 },
};

const lines: Connection[] = [];
const streams = new Set<AbortController>();
/** What the network does to requests. */
let network: 'works' | 'is down' | 'holds streams back' = 'works';

beforeEach(() => {
  process.env.CLASSROOM_KEY_FILE = join(mkdtempSync(join(tmpdir(), 'classroom-')), 'key');
  network = 'works';
  restart();
});
afterEach(() => {
  for (const line of lines.splice(0)) line.close();
});

/** Another process with the same key. */
function restart() {
  delete (globalThis as { [PLACE]?: unknown })[PLACE];
  for (const open of streams) open.abort();
  streams.clear();
}

async function ask(input: string | URL | Request, init: RequestInit = {}): Promise<Response> {
  if (network === 'is down') throw new TypeError('Failed to fetch');
  const control = new AbortController();
  init.signal?.addEventListener('abort', () => control.abort());
  const request = new Request(new URL(String(input), ORIGIN), { ...init, signal: control.signal });
  const [, , , code = '', what] = new URL(request.url).pathname.split('/');
  const place = { params: Promise.resolve({ code }) };
  switch (what) {
    case undefined:
      return opening.POST(request);
    case 'join':
      return joining.POST(request, place);
    case 'say':
      return say.POST(request);
    case 'view':
      return viewing.GET(request);
    case 'results':
      return results.GET(request);
    case 'stream': {
      if (network === 'holds streams back') {
        return new Promise((_, reject) => {
          control.signal.addEventListener('abort', () =>
            reject(new DOMException('', 'AbortError')),
          );
        });
      }
      streams.add(control);
      return broken(await stream.GET(request), control.signal);
    }
    default:
      throw new Error(what);
  }
}

/** The response, whose body breaks with the signal as a network's would. */
function broken(response: Response, signal: AbortSignal): Response {
  const body = response.body?.pipeThrough(new TransformStream(), { signal });
  return new Response(body ?? null, response);
}

const post = async (path: string, body: unknown) => {
  const response = await ask(path, { method: 'POST', body: JSON.stringify(body) });
  return (await response.json()) as Record<string, string>;
};
const open = () => post('/api/classroom', { lesson: 'dependent-or-independent' });

function storage() {
  const map = new Map<string, string>();
  return {
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
  };
}

function connect(code = '', token = '', kept = storage()): Connection {
  const fetch = ask as typeof globalThis.fetch;
  const line = createConnection({ code, token, storage: kept, fetch, waits: WAITS });
  lines.push(line);
  return line;
}

async function student(code = '', kept = storage()) {
  const { token = '' } = await post(`/api/classroom/${code}/join`, { alias: 'Red Kite' });
  return { token, line: connect(code, token, kept) };
}

const viewOf = (line: Connection): View | null => line.store.get().view;
const kindOf = (line: Connection) => line.store.get().status.kind;

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 3));
}

test('words that were said without a line are said when it is back, once', async () => {
  const { code, teacher } = await open();
  const board = connect(code, teacher);
  const { line } = await student(code);
  await until(() => kindOf(line) === 'live');
  network = 'is down';
  for (const one of streams) one.abort();
  await until(() => kindOf(line) === 'lost');
  line.say({ kind: 'answer', scene: 'four-pairs', answer: { choice: 0 } });
  line.say({ kind: 'answer', scene: 'four-pairs', answer: { choice: 2 } });
  network = 'works';
  await until(() => viewOf(board)?.results['four-pairs']?.counts[2] === 1);
  expect(viewOf(board)?.results['four-pairs']?.counts).toEqual([0, 0, 1, 0]);
});

test('a restart of the server loses nobody, no place and no answer', async () => {
  const { code, teacher } = await open();
  const board = connect(code, teacher);
  const { line } = await student(code);
  board.say({ kind: 'drive', take: true, drive });
  line.say({ kind: 'answer', scene: 'four-pairs', answer: { choice: 1 } });
  await until(() => viewOf(board)?.results['four-pairs']?.counts[1] === 1);
  const alias = viewOf(line)?.mine.alias;
  restart();
  await until(() => kindOf(line) === 'lost' || viewOf(line)?.now.waiting === true);
  await until(() => kindOf(line) === 'live' && viewOf(line)?.now.waiting === false);
  await until(() => viewOf(board)?.results['four-pairs']?.counts[1] === 1);
  expect(viewOf(line)?.now.drive).toMatchObject({ scene: 3, step: 1 });
  expect(viewOf(line)?.mine).toMatchObject({ alias, choices: { 'four-pairs': { choice: 1 } } });
  expect(viewOf(board)?.crowd?.people).toHaveLength(1);
});

test('a reload keeps the device and its words', async () => {
  const { code } = await open();
  const kept = storage();
  const { token, line } = await student(code, kept);
  network = 'is down';
  line.say({ kind: 'answer', scene: 'four-pairs', answer: { choice: 3 } });
  line.close();
  network = 'works';
  const again = connect(code, token, kept);
  expect(again.device).toBe(line.device);
  await until(() => 'four-pairs' in (viewOf(again)?.mine.choices ?? {}));
});

test('where no stream comes through, the room is asked again and again', async () => {
  const { code, teacher } = await open();
  const board = connect(code, teacher);
  network = 'holds streams back';
  const { line } = await student(code);
  await until(() => kindOf(line) === 'polling');
  board.say({ kind: 'drive', take: true, drive });
  await until(() => viewOf(line)?.now.drive.scene === 3);
});

test('a second device of the teacher drives only when it takes over', async () => {
  const { code, teacher } = await open();
  const [desk, phone] = [connect(code, teacher), connect(code, teacher)];
  desk.say({ kind: 'drive', take: true, drive });
  await until(() => viewOf(phone)?.now.driver === desk.device);
  phone.say({ kind: 'drive', take: false, drive: { ...drive, scene: 5 } });
  await until(() => (viewOf(phone)?.mine.heard ?? 0) > 0);
  expect(viewOf(phone)?.now.drive.scene).toBe(3);
  phone.say({ kind: 'drive', take: true, drive: { ...drive, scene: 6 } });
  await until(() => viewOf(desk)?.now.drive.scene === 6);
  expect(viewOf(desk)?.now.driver).toBe(phone.device);
});

test('a student who tries to drive is told, and nothing moves', async () => {
  const { code } = await open();
  const { line } = await student(code);
  line.say({ kind: 'drive', take: true, drive });
  await until(() => line.store.get().problem !== null);
  expect(line.store.get().problem).toMatch(/for the teacher to say/);
  expect(viewOf(line)?.now).toMatchObject({ waiting: true, drive: { scene: 0 } });
});

test('a lesson that has ended says so', async () => {
  const { code, teacher } = await open();
  const board = connect(code, teacher);
  const { line } = await student(code);
  await until(() => kindOf(line) === 'live');
  board.say({ kind: 'end' });
  await until(() => kindOf(line) === 'gone');
  expect(line.store.get().status).toEqual({ kind: 'gone', sentence: 'The lesson has ended.' });
});

test('what does not fit is refused with a sentence and a status', async () => {
  const { code = '', teacher = '' } = await open();
  const { token } = await post(`/api/classroom/${code}/join`, { alias: 'Red Kite' });
  const headers = { Authorization: `Bearer ${token}` };
  const said = async (body: string, given: HeadersInit = headers) => {
    const response = await ask(`/api/classroom/${code}/say`, {
      method: 'POST',
      headers: given,
      body,
    });
    const { error } = (await response.json()) as { error: { sentence: string } };
    return [response.status, error.sentence] as const;
  };
  expect(await said('{')).toEqual([400, 'The message is no JSON.']);
  expect((await said('{"kind":"sing"}'))[0]).toBe(400);
  const odd = { kind: 'answer', n: 1, device: '0'.repeat(32), scene: 'x', answer: { u: 1 } };
  expect((await said(JSON.stringify(odd)))[0]).toBe(400);
  expect(await said(`"${'x'.repeat(5000)}"`)).toEqual([
    413,
    'The message is longer than 4,000 bytes.',
  ]);
  expect((await said('{}', {}))[0]).toBe(401);
  expect((await said('{}', { Authorization: `Bearer ${teacher}x` }))[0]).toBe(401);
  expect((await post('/api/classroom/AAAAAA/join', { alias: 'Red Kite' })).error).toMatchObject({
    code: 'no-room',
  });
  expect(
    (await post(`/api/classroom/${code}/join`, { alias: '<img src=x onerror=alert(1)>' })).error,
  ).toMatchObject({ code: 'bad-message' });
  for (const asked of [{ lesson: 'nope' }, { lesson: 'one-call-one-name', language: 'xx' }]) {
    expect((await post('/api/classroom', asked)).error).toMatchObject({ code: 'bad-message' });
  }
});

test('nothing that a student is sent holds a word of the notes', async () => {
  const { code = '', teacher = '' } = await open();
  const { token = '' } = await post(`/api/classroom/${code}/join`, { alias: 'Red Kite' });
  const headers = { Authorization: `Bearer ${token}`, 'X-Device': '0'.repeat(32) };
  const mark = 'Leave the code up until most are in';
  const own = { Authorization: `Bearer ${teacher}`, 'X-Device': '1'.repeat(32) };
  const read = async (what: string, given: HeadersInit) =>
    (await ask(`/api/classroom/${code}/${what}`, { headers: given })).text();
  expect(await read('view', own)).toContain(mark);
  for (const what of ['view', 'results']) expect(await read(what, headers)).not.toContain(mark);
  const opened = await ask(`/api/classroom/${code}/stream`, { headers });
  const first = await opened.body?.getReader().read();
  expect(new TextDecoder().decode(first?.value)).not.toContain(mark);
});
