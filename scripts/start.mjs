// `npm start`: from a fresh clone to a served site, saying what it does.

import { buildIsFresh, fail, installPackages, next, requireNode, run, tryPort } from './set-up.mjs';
import { basePath, siteUrl } from './site-url.mjs';

requireNode();

const wanted = process.env.PORT ?? '3000';
const port = Number(wanted);
if (!Number.isInteger(port) || port < 1 || port > 65535) {
  fail(`PORT is “${wanted}”; it must be a whole number from 1 to 65535.`);
}

if ((await tryPort(port)) === undefined) {
  fail(
    `Port ${port} is in use. Stop what runs there, or choose another: PORT=${port + 1} npm start`,
  );
}

await installPackages();

if (buildIsFresh()) {
  console.log('Build: up to date.');
} else {
  console.log('Build: next build, a minute or two …');
  if ((await run('npm', ['run', '--silent', 'build'])) !== 0) {
    fail('The build did not succeed; the first error above says why.');
  }
}

console.log(`Embed codes and shared links say ${siteUrl()}; SITE_URL sets another address.`);
console.log(`\nForetoken: http://localhost:${port}${basePath()}   (Ctrl+C stops it)\n`);
stopWithNpm();
process.exitCode = await run(process.execPath, [next, 'start', '-p', String(port)]);

/** npm ends its shell but not what runs in it; so notice that the shell is gone, and stop serving. */
function stopWithNpm() {
  const shell = process.ppid;
  if (!process.env.npm_lifecycle_event) return;
  setInterval(() => {
    if (process.ppid !== shell) process.kill(process.pid, 'SIGTERM');
  }, 500).unref();
}
