// `npm run load`: full classrooms against real servers on this machine, and a table of what was measured. Needs
// a build and, for two nodes, redis-server.

import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fail, next, root, tryPort } from './set-up.mjs';

const LESSON = 'dependent-or-independent';
const QUESTION = 'four-pairs';
const STEPS = 20;

const [people, rooms, each] = ['people', 'rooms', 'each'].map((name, k) => {
  const [, text] = process.argv.find((one) => one.startsWith(`--${name}=`))?.split('=') ?? [];
  const value = text === undefined ? [500, 50, 30][k] : Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  return fail(`--${name} is “${text}”; it must be a whole number from 1 on.`);
});

const children = [];
const table = [];
const row = (what, value) => table.push(`| ${what} | ${value} |`);

try {
  const redis = await startRedis();
  if (redis) await oneLargeRoom(redis);
  else console.log('redis-server is not installed: the room on two nodes is skipped.');
  await manyRooms();
  console.log(
    `\n| measured on ${cpus().length} cores (${cpus()[0]?.model.trim()}) | |\n| --- | --- |`,
  );
  console.log(table.join('\n'));
} finally {
  for (const child of children) child.kill('SIGKILL');
}

async function oneLargeRoom(redis) {
  const nodes = [await startNode({ REDIS_URL: redis }), await startNode({ REDIS_URL: redis })];
  const before = nodes.map(residentMB);
  const room = await openRoom(nodes[0].url, '10.0.0.1');
  const board = await connect(nodes[0].url, room.code, room.teacher);
  const joins = [];
  const class_ = await Promise.all(
    Array.from({ length: people }, async (_, k) => {
      await rest((k / people) * 5000); // a class takes five seconds to press a button
      const began = performance.now();
      const student = await joinRoom(nodes[k % 2].url, room.code);
      joins.push(performance.now() - began);
      return student;
    }),
  );
  row(`${people} students, one room, two nodes with Redis: join to first view`, spread(joins));
  const grown = nodes.reduce((sum, node, k) => sum + residentMB(node) - before[k], 0);
  row('memory of both nodes per student', `${((grown * 1024) / people).toFixed(0)} kB`);

  row(`step to every stream, ${STEPS} steps`, spread(await drive(nodes[0].url, room, class_)));

  await answerAll(class_, 0, 2);
  row('answers sent (each twice), counted', `${people}, ${await counted(board, people)}`);

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
  const back = performance.now() - began;
  row(`one node killed: ${lost.length} students back on the other after`, `${back.toFixed(0)} ms`);
  // Answers that were said before are said again, as pages do, and newer ones come.
  await answerAll(class_, 0, 1);
  await answerAll(class_, 1, 2);
  row('answers counted after the kill', `${people}, ${await counted(board, people)}`);
  row('step to every stream, one node', spread(await drive(nodes[0].url, room, class_)));
  for (const { close } of class_) close();
  board.close();
  nodes[0].child.kill('SIGKILL');
}

async function manyRooms() {
  const node = await startNode({ CLASSROOM_KEY_FILE: `/tmp/foretoken-load-${process.pid}` });
  const joins = [];
  const all = await Promise.all(
    Array.from({ length: rooms }, async (_, k) => {
      await rest((k / rooms) * 5000);
      const room = await openRoom(node.url, `10.0.1.${k}`);
      const class_ = await Promise.all(
        Array.from({ length: each }, async () => {
          await rest(Math.random() * 3000);
          const began = performance.now();
          const student = await joinRoom(node.url, room.code);
          joins.push(performance.now() - began);
          return student;
        }),
      );
      return { room, class_ };
    }),
  );
  row(`${rooms} rooms of ${each}, one node in memory: join to first view`, spread(joins));
  const steps = await Promise.all(
    all.map(async ({ room, class_ }) => {
      await rest(Math.random() * 1000);
      return drive(node.url, room, class_);
    }),
  );
  row(`step to every stream, ${STEPS} steps in every room at the same time`, spread(steps.flat()));
  for (const { class_ } of all) for (const { close } of class_) close();
}

/** Steps through the lesson; ms from before the request until each stream has it. */
async function drive(url, room, class_) {
  const waits = [];
  for (let k = 1; k <= STEPS; k++) {
    room.n += 1;
    const place = { scene: k % 5, step: room.n % 90 };
    const seen = class_.map((student) => student.until(place));
    const began = performance.now();
    const rest_ = { mode: 'follow', black: false, joining: false, locked: false, anonymous: true };
    const words = { ...place, ...rest_, revealed: [], removed: [] };
    const message = { kind: 'drive', n: room.n, device: DEVICE, take: true, drive: words };
    await say(url, room.code, room.teacher, message);
    await Promise.all(seen.map((one) => one.then((at) => waits.push(at - began))));
    await rest(400);
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

const DEVICE = '0'.repeat(32);

async function openRoom(url, from) {
  const headers = { 'X-Forwarded-For': from };
  const body = JSON.stringify({ lesson: LESSON });
  const response = await fetch(`${url}/api/classroom`, { method: 'POST', headers, body });
  return { ...(await told(response)), n: 0 };
}

async function joinRoom(url, code) {
  const body = JSON.stringify({ alias: 'Red Kite' });
  const response = await fetch(`${url}/api/classroom/${code}/join`, { method: 'POST', body });
  return connect(url, code, (await told(response)).token);
}

/** An open stream: its view, when it saw a place, and when it broke. */
async function connect(url, code, token) {
  const control = new AbortController();
  const headers = { Authorization: `Bearer ${token}`, 'X-Device': DEVICE };
  const stream = `${url}/api/classroom/${code}/stream`;
  const response = await fetch(stream, { headers, signal: control.signal });
  if (!response.ok) await told(response);
  const line = { url, code, token, view: {}, waiting: [], close: () => control.abort() };
  line.until = (place) => new Promise((resolve) => line.waiting.push({ place, resolve }));
  let first;
  const begun = new Promise((resolve) => {
    first = resolve;
  });
  line.broken = read(response, (parts) => {
    Object.assign(line.view, parts);
    first();
    const { scene, step } = line.view.now.drive;
    line.waiting = line.waiting.filter(({ place, resolve }) => {
      if (place.scene !== scene || place.step !== step) return true;
      resolve(performance.now());
      return false;
    });
  });
  await begun;
  return line;
}

async function read(response, onParts) {
  let rest = '';
  try {
    for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
      const events = (rest + text).split('\n\n');
      rest = events.pop();
      for (const event of events) {
        if (event.startsWith('data: ')) onParts(JSON.parse(event.slice(6)));
      }
    }
  } catch {
    // A stream that breaks is what is measured.
  }
}

async function say(url, code, token, message) {
  const headers = { Authorization: `Bearer ${token}` };
  const body = JSON.stringify(message);
  const address = `${url}/api/classroom/${code}/say`;
  const response = await fetch(address, { method: 'POST', headers, body });
  if (!response.ok) await told(response);
}

async function told(response) {
  const value = await response.json();
  if (!response.ok) throw new Error(`${response.status}: ${value.error?.sentence}`);
  return value;
}

async function startNode(env) {
  const port = await tryPort(0);
  const child = spawn(process.execPath, [next, 'start', '-p', String(port)], {
    cwd: root,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  await new Promise((resolve, reject) => {
    child.on('exit', () => reject(new Error('next start ended: is there a build?')));
    child.stdout.on('data', (text) => text.includes('Ready') && resolve());
  });
  child.removeAllListeners('exit');
  return { child, url: `http://localhost:${port}` };
}

async function startRedis() {
  if (spawnSync('redis-server', ['--version']).status !== 0) return undefined;
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
  return `p50 ${at(0.5).toFixed(0)} ms, p95 ${at(0.95).toFixed(0)} ms`;
}

function rest(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
