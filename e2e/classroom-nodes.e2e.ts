// A lesson on two servers with one Redis, behind a balancer that sends every request to another of them; one of
// the two is killed in mid-lesson.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from './page';
import { freePort, joinRoom, next, openRoom, readLesson, serve } from './room';

const lesson = readLesson('dependent-or-independent');
const hasRedis = spawnSync('redis-server', ['--version']).status === 0;

test.beforeEach(({ page: _ }, { project }) => {
  test.skip(project.name !== 'desktop', 'each role of the classroom has its own screen here');
  test.skip(!hasRedis, 'redis-server is not installed: Debian, apt-get install redis-server');
});

test('one of two servers is killed, and the lesson goes on', async ({ browser }) => {
  test.setTimeout(180_000);
  const redis = await freePort();
  const ports = [await freePort(), await freePort()];
  const children: ChildProcess[] = [
    spawn('redis-server', ['--port', String(redis), '--save', '', '--appendonly', 'no']),
  ];
  for (const port of ports) {
    children.push(await serve(port, { REDIS_URL: `redis://localhost:${redis}` }));
  }
  const balancer = await balance(ports);
  const origin = `http://localhost:${(balancer.address() as AddressInfo).port}`;
  try {
    const { teacher, code } = await openRoom(browser, origin);
    const phones = [];
    for (let k = 0; k < 3; k++) phones.push((await joinRoom(browser, origin, code)).phone);
    await expect(teacher.getByText('3 of 3 here')).toBeVisible();
    await teacher.getByLabel('Jump to').selectOption('2');
    for (const phone of phones) {
      await phone.getByRole('button', { name: 'Half of the time' }).click();
    }
    await expect(teacher.getByText('3 of 3 here, 3 votes')).toBeVisible();

    children[2]?.kill('SIGKILL');
    await next(teacher);
    const words = lesson.scenes[2]?.steps[1] ?? '';
    for (const phone of phones) await expect(phone.getByText(words)).toBeVisible();
    for (const phone of phones) {
      await expect(phone.getByText('connected', { exact: true })).toBeVisible();
      await phone.getByRole('button', { name: 'Always' }).click();
    }
    const always = teacher.getByRole('listitem').filter({ hasText: 'Always' });
    await expect(always).toContainText('3');
    await expect(teacher.getByText('3 of 3 here, 3 votes')).toBeVisible();

    // Who leaves is away, though their first line was to the server that is gone.
    await phones[0]?.context().close();
    await expect(teacher.getByText('2 of 3 here, 3 votes')).toBeVisible({ timeout: 30_000 });
    for (const page of [teacher, ...phones.slice(1)]) await page.context().close();
  } finally {
    balancer.closeAllConnections();
    balancer.close();
    for (const child of children) child.kill('SIGKILL');
  }
});

/** Sends each request to the next server in turn, or to the one after it where that does not answer. */
function balance(ports: readonly number[]): Promise<Server> {
  let turn = 0;
  const server = createServer(async (asked, answer) => {
    const body = Buffer.concat(await asked.toArray());
    turn += 1;
    const send = (tries: number) => {
      const port = ports[(turn + tries) % ports.length];
      const { url: path, method, headers } = asked;
      const passed = request({ port, path, method, headers }, (found) => {
        answer.writeHead(found.statusCode ?? 502, found.headers);
        answer.flushHeaders();
        found.pipe(answer);
        found.on('error', () => answer.destroy());
      });
      passed.on('error', () => {
        if (answer.headersSent) answer.destroy();
        else if (tries + 1 < ports.length) send(tries + 1);
        else answer.writeHead(502).end();
      });
      answer.on('close', () => passed.destroy());
      passed.end(body);
    };
    send(0);
  });
  return new Promise((resolve) => server.listen(0, () => resolve(server)));
}
