// One classroom node with rooms in memory, and two nodes with one real Redis where it is installed.

import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lessonOf } from './lessons';
import { ROOM_LIFE_MS } from './limits';
import { MemoryLog } from './memory-log';
import type { Drive } from './messages';
import { ClassroomNode } from './node';
import { RedisLog } from './redis-log';
import { FIRST_DRIVE } from './room';
import type { View } from './view';

const LESSON = 'dependent-or-independent';
const DEVICE = '0'.repeat(32);
const OTHER = '1'.repeat(32);
const drive: Drive = {
  ...FIRST_DRIVE,
  ...{ scene: 2, step: 1 },
};

const keyFile = () => join(mkdtempSync(join(tmpdir(), 'classroom-')), 'key');

/** A connection that puts the parts it is told together, as a page does. */
async function listen(node: ClassroomNode, token: string, device = DEVICE) {
  const seen: { view: Partial<View>; told: number } = { view: {}, told: 0 };
  const stop = await node.listen(token, device, (parts) => {
    seen.view = { ...seen.view, ...(JSON.parse(parts) as Partial<View>) };
    seen.told += 1;
  });
  return Object.assign(seen, { stop });
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}

const answer = (n: number, choice: number) => ({
  ...({ kind: 'answer', n, device: DEVICE, scene: 'four-pairs', answer: { choice } } as const),
});
const go = (n: number, change: Partial<Drive> = {}, take = false) => ({
  ...({ kind: 'drive', n, device: DEVICE, take, drive: { ...drive, ...change } } as const),
});

describe('a node with its rooms in memory', () => {
  const opened: ClassroomNode[] = [];
  const start = (file = keyFile()) => {
    const node = new ClassroomNode(new MemoryLog(file));
    opened.push(node);
    return node;
  };
  afterAll(async () => {
    for (const node of opened) await node.close();
  });

  test('a student who comes late lands on the very sub-step', async () => {
    const node = start();
    const { code, teacher } = await node.open(LESSON, 'en', 'here');
    await node.say(teacher, go(1));
    const late = await listen(node, await node.join(code, 'Red Kite', 'there'));
    expect(late.view.now?.drive).toMatchObject({ scene: 2, step: 1 });
    expect(late.view.mine?.alias).toBe('Red Kite');
  });

  test('a room speaks the language it was opened in, also after a restart', async () => {
    const file = keyFile();
    const lesson = 'one-call-one-name';
    const { code, teacher } = await start(file).open(lesson, 'de', 'here');
    const again = start(file);
    expect((await again.view(teacher, DEVICE)).now.language).toBe('de');
    const student = await again.join(code, 'Red Kite', 'there');
    const { now, lesson: told } = await again.view(student, OTHER);
    expect([now.language, told.title]).toEqual(['de', lessonOf(lesson, 'de').title]);
    expect(JSON.stringify(told)).not.toContain('Taste J');
  });

  test('a step reaches everyone who is connected', async () => {
    const node = start();
    const { code, teacher } = await node.open(LESSON, 'en', 'here');
    const students = await Promise.all(
      [1, 2, 3].map(async () => listen(node, await node.join(code, 'Red Kite', 'there'))),
    );
    await node.say(teacher, go(1, { scene: 4 }));
    await until(() => students.every(({ view }) => view.now?.drive.scene === 4));
    expect(students.map(({ view }) => view.crowd)).toEqual([null, null, null]);
  });

  test('an answer that is said three times counts once', async () => {
    const node = start();
    const { code, teacher } = await node.open(LESSON, 'en', 'here');
    const board = await listen(node, teacher);
    const student = await node.join(code, 'Red Kite', 'there');
    for (let k = 0; k < 3; k++) await node.say(student, answer(7, 1));
    await until(() => board.view.results?.['four-pairs']?.counts[1] === 1);
    expect(board.view.results?.['four-pairs']?.counts).toEqual([0, 1, 0, 0]);
  });

  test('after a restart everyone is known, and nobody but the teacher brings the lesson back', async () => {
    const file = keyFile();
    const before = start(file);
    const { code, teacher } = await before.open(LESSON, 'en', 'here');
    const student = await before.join(code, 'Red Kite', 'there');
    await before.say(teacher, go(5));
    await before.close();

    const node = start(file);
    const phone = await listen(node, student);
    expect(phone.view.now).toMatchObject({ code, waiting: true });
    expect(phone.view.mine).toMatchObject({ alias: 'Red Kite', heard: 0 });
    await expect(node.say(student, go(6) as never)).rejects.toThrow(/for the teacher to say/);
    await node.say(teacher, go(5));
    await until(() => phone.view.now?.waiting === false);
    expect(phone.view.now?.drive).toMatchObject({ scene: 2, step: 1 });
  });

  test('a claim does not open another room of the same code', async () => {
    const file = keyFile();
    const node = start(file);
    const { code, teacher } = await node.open(LESSON, 'en', 'here');
    const log = new MemoryLog(file);
    const { newRoom } = await import('./room');
    await log.open(newRoom({ code, born: 1, lesson: LESSON, language: 'en' }));
    const other = new ClassroomNode(log);
    opened.push(other);
    await expect(other.view(teacher, DEVICE)).rejects.toThrow(/no room/);
  });

  test('who was removed is told so and not heard; a locked room lets nobody in', async () => {
    const node = start();
    const { code, teacher } = await node.open(LESSON, 'en', 'here');
    const student = await node.join(code, 'Red Kite', 'there');
    const { mine } = await node.view(student, DEVICE);
    await node.say(teacher, go(1, { removed: [mine.person], locked: true }));
    expect((await node.view(student, DEVICE)).mine.removed).toBe(true);
    await expect(node.say(student, answer(1, 1))).rejects.toThrow(/taken this device out/);
    await expect(node.join(code, 'Red Kite', 'there')).rejects.toThrow(/lets nobody else in/);
  });

  test('codes cannot be guessed at a useful speed', async () => {
    const node = start();
    const letters = [...'ABCDEFGHJK'];
    const codes = letters.flatMap((one) => letters.map((other) => `AAAA${one}${other}`));
    const tries = codes.map((code) => node.join(code, 'Red Kite', 'there'));
    const told = await Promise.allSettled(tries);
    const reasons = told.map((one) => (one.status === 'rejected' ? String(one.reason) : 'in'));
    expect(reasons.filter((reason) => /no room of this code/.test(reason)).length).toBeLessThan(70);
    expect(reasons.at(-1)).toMatch(/Too many codes/);
    const { code } = await node.open(LESSON, 'en', 'here');
    await expect(node.join(code, 'Red Kite', 'elsewhere')).resolves.toContain('.');
  });

  test('more messages than a hand can send are refused', async () => {
    const node = start();
    const { code } = await node.open(LESSON, 'en', 'here');
    const student = await node.join(code, 'Red Kite', 'there');
    const said = Array.from({ length: 60 }, (_, k) => node.say(student, answer(k + 1, 1)));
    const told = await Promise.allSettled(said);
    expect(told.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(20);
  });

  test('what the lesson does not ask is refused, so that nobody can fill a room with words', async () => {
    const node = start();
    const { code } = await node.open(LESSON, 'en', 'here');
    const student = await node.join(code, 'Red Kite', 'there');
    const say = (scene: string, given: { choice: number } | { u: number; by: 'hand' }, n: number) =>
      node.say(student, { kind: 'answer', n, device: DEVICE, scene, answer: given });
    await expect(say('nowhere', { choice: 0 }, 1)).rejects.toThrow(/not in this lesson/);
    await expect(say('four-pairs', { choice: 4 }, 2)).rejects.toThrow(/nothing of this kind/);
    await expect(say('four-pairs', { u: 0.5, by: 'hand' }, 3)).rejects.toThrow(/nothing of this/);
    await expect(say('names', { u: 0.5, by: 'hand' }, 4)).resolves.toBeUndefined();
  });

  test('students look round as far as the teacher lets them', async () => {
    const node = start();
    const { code, teacher } = await node.open(LESSON, 'en', 'here');
    const student = await node.join(code, 'Red Kite', 'there');
    await node.say(teacher, go(1, { mode: 'explore', range: [1, 3] }));
    const look = (scene: string, n: number) =>
      node.say(student, { kind: 'where', n, device: DEVICE, scene });
    await expect(look('four-pairs', 1)).resolves.toBeUndefined();
    await expect(look('names', 2)).rejects.toThrow('The teacher has opened scenes 2 to 4.');
    expect((await node.view(teacher, DEVICE)).crowd?.people[0]?.where).toBe('four-pairs');
  });

  test('who is alone on the projector is told to teacher and projector, and to no student', async () => {
    const node = start();
    const { code, teacher, screen } = await node.open(LESSON, 'en', 'here');
    const student = await node.join(code, 'Red Kite', 'there');
    const { person } = (await node.view(student, DEVICE)).mine;
    await node.say(teacher, go(1, { spot: person }));
    for (const token of [teacher, screen]) {
      expect((await node.view(token, OTHER)).now.drive.spot).toBe(person);
    }
    expect((await node.view(student, DEVICE)).now.drive).not.toHaveProperty('spot');
  });

  test('words of somebody else, said again by a student, are not heard as theirs', async () => {
    const node = start();
    const { code, teacher } = await node.open(LESSON, 'en', 'here');
    const board = await listen(node, teacher);
    const [ann, ben] = [
      await node.join(code, 'Red Kite', 'there'),
      await node.join(code, 'Blue Heron', 'there'),
    ];
    await node.say(ann, answer(5, 1));
    await node.say(ben, answer(5, 2)); // the same device and number, another claim
    await node.say(ann, answer(5, 2)); // replayed with other words
    await node.say(teacher, go(1));
    await until(() => board.view.now?.drive.scene === 2);
    expect(board.view.results?.['four-pairs']?.counts).toEqual([0, 1, 1, 0]);
  });

  test('the results name what was answered', async () => {
    const node = start();
    const { code, teacher, screen } = await node.open(LESSON, 'en', 'here');
    const student = await node.join(code, 'Red Kite', 'there');
    await node.say(student, answer(1, 2));
    expect(await node.results(teacher)).toContain(
      'Red Kite,Two heads that do not talk,Half of the time,yes',
    );
    await expect(node.results(student)).rejects.toThrow(/teacher alone/);
    await expect(node.results(screen)).rejects.toThrow(/teacher alone/);
  });

  test('a room is gone two hours after its last word', async () => {
    let now = 0;
    const log = new MemoryLog(keyFile(), () => now);
    const node = new ClassroomNode(log);
    opened.push(node);
    const { code } = await node.open(LESSON, 'en', 'here');
    now = ROOM_LIFE_MS;
    expect(await log.count()).toBe(1);
    now += 1;
    expect(await log.count()).toBe(0);
    expect(await log.read(code)).toBeNull();
  });

  test('a long lesson is kept as a snapshot and a short log', async () => {
    const log = new MemoryLog(keyFile());
    const node = new ClassroomNode(log);
    opened.push(node);
    const { code, teacher } = await node.open(LESSON, 'en', 'here');
    const board = await listen(node, teacher);
    const students = await Promise.all(
      Array.from({ length: 40 }, () => node.join(code, 'Red Kite', 'there')),
    );
    for (let n = 1; n <= 20; n++) {
      await Promise.all(students.map((student) => node.say(student, answer(n, n % 4))));
    }
    await until(() => board.view.results?.['four-pairs']?.counts[0] === 40);
    const kept = await log.read(code);
    expect(kept?.entries.length).toBeLessThan(501);
    const fresh = await listen(node, teacher, OTHER);
    expect(fresh.view.crowd).toEqual(board.view.crowd);
  });
});

const hasRedis = spawnSync('redis-server', ['--version']).status === 0;
// Clear, not silent: the reporter lists it with its reason.
describe.skipIf(!hasRedis)(
  'two nodes with one Redis (skipped where redis-server is missing)',
  () => {
    let server: ReturnType<typeof spawn>;
    let url: string;

    beforeAll(async () => {
      const port = await freePort();
      server = spawn('redis-server', ['--port', String(port), '--save', '', '--appendonly', 'no']);
      await new Promise<void>((resolve) => {
        server.stdout?.on('data', (text: Buffer) => {
          if (text.includes('Ready to accept')) resolve();
        });
      });
      url = `redis://localhost:${port}`;
    });
    afterAll(() => {
      server.kill();
    });

    const start = async () => new ClassroomNode(await RedisLog.connect(url));

    test('a step on one node reaches a student of the other', async () => {
      const [one, other] = [await start(), await start()];
      const { code, teacher } = await one.open(LESSON, 'en', 'here');
      const phone = await listen(other, await other.join(code, 'Red Kite', 'there'));
      await one.say(teacher, go(1));
      await until(() => phone.view.now?.drive.scene === 2);
      await one.close();
      await other.close();
    });

    test('answers through both nodes count once each, copies and a killed node included', async () => {
      const [one, other] = [await start(), await start()];
      const { code, teacher } = await one.open(LESSON, 'en', 'here');
      const board = await listen(one, teacher);
      const students = await Promise.all(
        Array.from({ length: 30 }, () => other.join(code, 'Red Kite', 'there')),
      );
      await Promise.all(
        students.flatMap((student, k) => [
          one.say(student, answer(1, k % 4)),
          other.say(student, answer(1, k % 4)),
        ]),
      );
      await other.close();
      await Promise.all(students.map((student) => one.say(student, answer(1, 0))));
      // The log is ordered: whoever sees the step has seen all that was said before.
      await one.say(teacher, go(1));
      await until(() => board.view.now?.drive.scene === 2);
      expect(board.view.crowd?.people).toHaveLength(30);
      expect(board.view.results?.['four-pairs']?.counts).toEqual([8, 8, 7, 7]);
      await one.close();
    });

    test('a node that is killed takes its students along, until they come back', async () => {
      const [one, other] = [await start(), await start()];
      const { code, teacher } = await one.open(LESSON, 'en', 'here');
      const board = await listen(one, teacher);
      const stays = await listen(one, await one.join(code, 'Red Kite', 'there'));
      const student = await other.join(code, 'Blue Heron', 'there');
      await listen(other, student);
      const here = () => board.view.crowd?.people.map((person) => person.here);
      await until(() => here()?.length === 2);
      // Closed without a word of its listeners, as by a kill.
      await other.close();
      await until(() => here()?.[1] === false);
      expect(here()).toEqual([true, false]);
      const back = await listen(one, student);
      await until(() => here()?.[1] === true);
      stays.stop();
      back.stop();
      await one.close();
    }, 30_000);

    test('a node that comes later has the room as it is, behind a snapshot, too', async () => {
      const one = await start();
      const { code, teacher } = await one.open(LESSON, 'en', 'here');
      const board = await listen(one, teacher);
      const students = await Promise.all(
        Array.from({ length: 30 }, () => one.join(code, 'Red Kite', 'there')),
      );
      for (let n = 1; n <= 20; n++) {
        await Promise.all(students.map((student) => one.say(student, answer(n, n % 4))));
      }
      await until(() => board.view.results?.['four-pairs']?.counts[0] === 30);
      const later = await start();
      const { crowd, results } = await later.view(teacher, OTHER);
      expect({ crowd, results }).toEqual({ crowd: board.view.crowd, results: board.view.results });
      await one.close();
      await later.close();
    });

    test('everything of a room ends by itself', async () => {
      const node = await start();
      const { code, teacher } = await node.open(LESSON, 'en', 'here');
      await node.say(teacher, go(1));
      const { createClient } = await import('redis');
      const redis = createClient({ url });
      await redis.connect();
      const keys = await redis.keys(`*${code}*`);
      expect(keys).toHaveLength(2);
      for (const key of keys) {
        const left = await redis.pTTL(key);
        expect(left).toBeGreaterThan(0);
        expect(left).toBeLessThanOrEqual(ROOM_LIFE_MS);
      }
      await redis.close();
      await node.close();
    });
  },
);

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
