// `npm run load`: full classrooms against real servers on this machine, and a table of what was measured. Needs
// a build and redis-server. `--write` keeps the result in classroom/load.json, from which results.mjs makes the
// README's table.

import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { cpus, loadavg } from 'node:os';
import { classroom, LOAD_RESULT, writeResults } from './results.mjs';
import { fail, serveBuild, tryPort } from './set-up.mjs';

const LESSON = 'dependent-or-independent';
const QUESTION = 'four-pairs';
const STEPS = 20;
const DRIVE = {
  ...{ mode: 'follow', range: [0, 99], black: false, joining: false, began: null, locked: false },
  ...{ anonymous: true, spot: null, revealed: [], removed: [] },
};
/** A class takes so long to press the button, ms. */
const JOINING_MS = 10_000;
const DEVICE = '0'.repeat(32);
const agent = new http.Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });

const [people, rooms, each] = ['people', 'rooms', 'each'].map((name, k) => {
  const [, text] = process.argv.find((one) => one.startsWith(`--${name}=`))?.split('=') ?? [];
  const value = text === undefined ? [500, 50, 30][k] : Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  return fail(`--${name} is “${text}”; it must be a whole number from 1 on.`);
});

const children = [];

try {
  const found = await measure();
  console.log(classroom(found));
  if (process.argv.includes('--write')) {
    writeFileSync(
      new URL(`../${LOAD_RESULT}`, import.meta.url),
      `${JSON.stringify(found, null, 2)}\n`,
    );
    writeResults();
  }
} finally {
  for (const child of children) child.kill('SIGKILL');
}

async function measure() {
  const date = new Date().toISOString().slice(0, 10);
  const machine = `${cpus()[0]?.model.trim()}, ${cpus().length} cores`;
  // What else the machine was doing: classes, nodes and Redis all share these cores with it.
  const busyBefore = Math.round(loadavg()[0] * 10) / 10;
  const large = await oneLargeRoom(await startRedis());
  const many = await manyRooms();
  return { date, machine, busyBefore, steps: STEPS, large, many };
}

/** One room on two nodes, of which one is killed in mid-lesson. */
async function oneLargeRoom(redis) {
  const nodes = [await startNode({ REDIS_URL: redis }), await startNode({ REDIS_URL: redis })];
  const before = nodes.map(residentMB);
  const room = await openRoom(nodes[0].url, '10.0.0.1');
  const board = await connect(nodes[0].url, room.code, room.teacher);
  const joins = [];
  const class_ = await Promise.all(
    Array.from({ length: people }, async (_, k) => {
      await rest((k / people) * JOINING_MS);
      return timed(joins, () => joinRoom(nodes[k % 2].url, room.code));
    }),
  );
  const grown = nodes.reduce((sum, node, k) => sum + residentMB(node) - before[k], 0);
  const step = spread(await drive(nodes[0].url, room, class_));
  await answerAll(class_, 0, 2);
  const answers = await counted(board, people);

  children.splice(children.indexOf(nodes[1].child), 1);
  nodes[1].child.kill('SIGKILL');
  const lost = class_.filter(({ url }) => url === nodes[1].url);
  const began = performance.now();
  await Promise.all(
    lost.map(async (student) => {
      await student.broken;
      await rest(Math.random() * 450); // as the page waits
      Object.assign(student, await connect(nodes[0].url, room.code, student.token));
    }),
  );
  const backMs = Math.round(performance.now() - began);
  // Answers that were said before are said again, as pages do, and newer ones come.
  await answerAll(class_, 0, 1);
  await answerAll(class_, 1, 2);
  const answersAfter = await counted(board, people);
  const stepAfter = spread(await drive(nodes[0].url, room, class_));
  const here = board.view.crowd.people.filter((one) => one.here).length;
  for (const { close } of class_) close();
  board.close();
  nodes[0].child.kill('SIGKILL');
  return {
    ...{ people, join: spread(joins), step, answers, lost: lost.length, backMs, answersAfter },
    ...{ stepAfter, here, kBPerStudent: Math.round((grown * 1024) / people) },
  };
}

/** Many rooms on one node that keeps them in memory, all in step at the same time. */
async function manyRooms() {
  const node = await startNode({ CLASSROOM_KEY_FILE: `/tmp/foretoken-load-${process.pid}` });
  const joins = [];
  const all = await Promise.all(
    Array.from({ length: rooms }, async (_, k) => {
      await rest((k / rooms) * JOINING_MS);
      const room = await openRoom(node.url, `10.0.1.${k}`);
      const class_ = await Promise.all(
        Array.from({ length: each }, async () => {
          await rest(Math.random() * JOINING_MS);
          return timed(joins, () => joinRoom(node.url, room.code));
        }),
      );
      return { room, class_ };
    }),
  );
  const steps = await Promise.all(
    all.map(async ({ room, class_ }) => {
      await rest(Math.random() * 1000);
      return drive(node.url, room, class_);
    }),
  );
  for (const { class_ } of all) for (const { close } of class_) close();
  return { rooms, each, join: spread(joins), step: spread(steps.flat()) };
}

async function timed(times, act) {
  const began = performance.now();
  const made = await act();
  times.push(performance.now() - began);
  return made;
}

/** Steps through the lesson; ms from before the request until each stream has it. */
async function drive(url, room, class_) {
  const waits = [];
  for (let k = 1; k <= STEPS; k++) {
    room.n += 1;
    const place = { scene: k % 5, step: room.n % 90 };
    const seen = class_.map((student) => student.until(place));
    const began = performance.now();
    const words = { ...DRIVE, ...place };
    const message = { kind: 'drive', n: room.n, device: DEVICE, take: true, drive: words };
    await say(url, room.code, room.teacher, message);
    await Promise.all(seen.map((one) => one.then((at) => waits.push(at - began))));
    await rest(1000);
  }
  return waits;
}

/** Every student answers; `copies` of the same message, as after a doubtful line. */
async function answerAll(class_, choice, copies) {
  for (let copy = 0; copy < copies; copy++) {
    await Promise.all(
      class_.map(async ({ url, code, token }) => {
        await rest(Math.random() * 2000);
        const answer = { scene: QUESTION, answer: { choice } };
        await say(url, code, token, { kind: 'answer', n: 1 + choice, device: DEVICE, ...answer });
      }),
    );
  }
}

async function counted(board, wanted) {
  const sum = () => board.view.results[QUESTION].counts.reduce((a, b) => a + b, 0);
  const until = performance.now() + 10_000;
  while (sum() < wanted && performance.now() < until) await rest(50);
  return sum();
}

async function openRoom(url, from) {
  return { ...(await ask(url, '/api/classroom', { from, body: { lesson: LESSON } })), n: 0 };
}

async function joinRoom(url, code) {
  const { token } = await ask(url, `/api/classroom/${code}/join`, { body: { alias: 'Red Kite' } });
  return connect(url, code, token);
}

function say(url, code, token, body) {
  return ask(url, `/api/classroom/${code}/say`, { token, body });
}

/** An open stream: its view, when it saw a place, and when it broke. */
async function connect(url, code, token) {
  const { request, response } = await begin(url, `/api/classroom/${code}/stream`, { token });
  const line = { url, code, token, view: {}, waiting: [], close: () => request.destroy() };
  line.until = (place) => new Promise((resolve) => line.waiting.push({ place, resolve }));
  line.broken = new Promise((resolve) => response.on('close', resolve));
  response.on('error', () => {}); // a stream that breaks is what is measured
  await new Promise((resolve, reject) => {
    line.broken.then(() => reject(new Error('A stream ended before it said anything.')));
    let rest = '';
    response.on('data', (text) => {
      const events = (rest + text).split('\n\n');
      rest = events.pop();
      for (const event of events) if (event.startsWith('data: ')) see(line, event.slice(6));
      if (line.view.now) resolve();
    });
  });
  return line;
}

function see(line, data) {
  Object.assign(line.view, JSON.parse(data));
  const { scene, step } = line.view.now.drive;
  line.waiting = line.waiting.filter(({ place, resolve }) => {
    if (place.scene !== scene || place.step !== step) return true;
    resolve(performance.now());
    return false;
  });
}

/** A whole answer as JSON. */
async function ask(url, path, options) {
  const { response } = await begin(url, path, options);
  const text = (await response.toArray()).join('');
  return text === '' ? null : JSON.parse(text);
}

/** A request and the head of its answer; node:http, as fetch would take more of the processor than the nodes. */
function begin(url, path, { token, from, body }) {
  return new Promise((resolve, reject) => {
    const headers = { 'X-Device': DEVICE };
    if (token) headers.Authorization = `Bearer ${token}`;
    if (from) headers['X-Forwarded-For'] = from;
    const request = http.request(`${url}${path}`, {
      agent,
      method: body ? 'POST' : 'GET',
      headers,
    });
    request.on('error', reject);
    request.on('response', async (response) => {
      response.setEncoding('utf8');
      if (response.statusCode < 400) return resolve({ request, response });
      reject(new Error(`${path}: ${response.statusCode} ${(await response.toArray()).join('')}`));
    });
    request.end(body && JSON.stringify(body));
  });
}

async function startNode(env) {
  const node = await serveBuild(env);
  children.push(node.child);
  return node;
}

async function startRedis() {
  if (spawnSync('redis-server', ['--version']).status !== 0) {
    fail('There is no redis-server here; two nodes need it. Debian: apt-get install redis-server.');
  }
  const port = await tryPort(0);
  const child = spawn('redis-server', ['--port', String(port), '--save', '', '--appendonly', 'no']);
  children.push(child);
  await new Promise((resolve) => {
    child.stdout.on('data', (text) => text.includes('Ready to accept') && resolve());
  });
  return `redis://localhost:${port}`;
}

/** Resident memory; where /proc is missing, 0. */
function residentMB({ child }) {
  try {
    const [, kB] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? [];
    return Number(kB) / 1024;
  } catch {
    return 0;
  }
}

function spread(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return { p50: Math.round(at(0.5)), p95: Math.round(at(0.95)), of: values.length };
}

function rest(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
