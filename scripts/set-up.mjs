// What both commands of the README need first: a Node that is new enough, and the pinned packages.
// Built-in modules only: this runs before anything is installed.

import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { siteUrl } from './site-url.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url));
export const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next');

const OLDEST_NODE = [20, 9];

/** Says why and ends when Node is too old. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const enough = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  if (enough) return;
  fail(`This needs Node ${OLDEST_NODE.join('.')} or newer; found ${process.versions.node}.`);
}

/** Prints a sentence and ends with exit code 1. */
export function fail(sentence) {
  console.error(`\n${sentence}`);
  process.exit(1);
}

/** Runs a program with our own output; resolves to its exit code (1 when it could not start). */
export function run(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
      shell: process.platform === 'win32' && command === 'npm',
    });
    const pass = (signal) => child.kill(signal);
    process.on('SIGINT', pass).on('SIGTERM', pass);
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      resolve(1);
    });
    child.on('close', (code) => {
      process.off('SIGINT', pass).off('SIGTERM', pass);
      resolve(code ?? 1);
    });
  });
}

/** Installs exactly what package-lock.json says, unless it is there already. */
export async function installPackages() {
  if (packagesAreThere()) return console.log('Packages: up to date.');
  console.log('Packages: installing with npm ci …');
  if ((await run('npm', ['ci', '--no-audit', '--no-fund'])) !== 0) {
    fail('npm ci did not succeed. It needs the npm registry once; its own message stands above.');
  }
}

/** True when every package of the lock file, those for other systems aside, is installed as locked. */
function packagesAreThere() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const have = JSON.parse(readFileSync(installed, 'utf8')).packages;
  const want = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(want).every(
    ([path, { version, optional }]) =>
      path === '' || have[path]?.version === version || (optional && !have[path]),
  );
}

const SOURCES = [
  ...['app', 'classroom', 'components', 'content', 'gpu', 'packages', 'public'],
  'package-lock.json',
];
const CONFIGS = [
  'next.config.mjs',
  'postcss.config.mjs',
  'scripts/embed.mjs',
  'scripts/offline.mjs',
  'scripts/policy.mjs',
  'tsconfig.json',
];

/** True when the last build is newer than everything that goes into it, and for the same address. */
export function buildIsFresh() {
  const build = join(root, '.next', 'BUILD_ID');
  if (!existsSync(build) || builtFor() !== siteUrl()) return false;
  const newest = Math.max(...[...SOURCES, ...CONFIGS].map((path) => newestIn(join(root, path))));
  return statSync(build).mtimeMs > newest;
}

/** The public address that the last build says everywhere; undefined where it made files for an export. */
function builtFor() {
  const file = join(root, '.next', 'required-server-files.json');
  const { env } = JSON.parse(readFileSync(file, 'utf8')).config;
  return env.STATIC_EXPORT ? undefined : env.SITE_URL;
}

function newestIn(path) {
  if (!existsSync(path)) return 0;
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  // A folder's own time moves when a file in it is removed.
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}

/** Resolves to the port when it is free, to undefined when it is taken; port 0 finds a free one. */
export function tryPort(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, () => {
      const { port: found } = server.address();
      server.close(() => resolve(found));
    });
  });
}

/** The built site on a free port: its process and its address, once it answers. Throws where it cannot start. */
export async function serveBuild(env = {}) {
  const port = await tryPort(0);
  const child = spawn(process.execPath, [next, 'start', '-p', String(port)], {
    cwd: root,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve, reject) => {
    child.on('exit', () => reject(new Error('next start ended: is there a build?')));
    child.stdout.on('data', (text) => text.includes('Ready') && resolve());
  });
  child.removeAllListeners('exit');
  return { child, url: `http://localhost:${port}` };
}
