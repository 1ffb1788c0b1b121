// `npm test`: sets up, then runs every check, from lint to journeys in a browser. CI runs the same.

import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium, findPython, findRedis, swiftShaderSettings } from './find-tools.mjs';
import { installPackages, next, requireNode, root, run, tryPort } from './set-up.mjs';
import { countPlaywright, countUnittest, countVitest, one, total } from './test-counts.mjs';

const reports = mkdtempSync(join(tmpdir(), 'foretoken-test-'));
const bin = (...path) => join(root, 'node_modules', ...path);
const node = (script, args, env) => run(process.execPath, [script, ...args], env);

/** Runs one check under a heading; `count` turns its exit code into numbers. */
async function check(name, command, count = one) {
  console.log(`\n── ${name} ${'─'.repeat(Math.max(3, 60 - name.length))}`);
  const begun = Date.now();
  const code = await command();
  const counts = count(code);
  return { name, ...counts, seconds: Math.round((Date.now() - begun) / 1000) };
}

const report = (name) => join(reports, name);
const read = (name) => {
  try {
    return readFileSync(report(name), 'utf8');
  } catch {
    return '';
  }
};

async function types() {
  const generated = await node(next, ['typegen']);
  return generated || node(bin('typescript', 'bin', 'tsc'), ['--noEmit']);
}

function unit(chromium) {
  const outputs = ['--reporter=default', '--reporter=json', `--outputFile=${report('unit.json')}`];
  const settings = swiftShaderSettings(chromium);
  return node(bin('vitest', 'vitest.mjs'), ['run', ...outputs], settings);
}

function training(python) {
  const script = join(root, 'scripts', 'training-tests.py');
  return run(python, [script, report('training.json')]);
}

async function browser(chromium, port) {
  return node(bin('@playwright', 'test', 'cli.js'), ['test', '--reporter=list,json'], {
    CHROMIUM: chromium,
    PORT: String(port),
    EXPORTS: Object.entries(exports)
      .map((named) => named.join('='))
      .join(),
    PLAYWRIGHT_JSON_OUTPUT_FILE: report('browser.json'),
  });
}

requireNode();
await installPackages();
const chromium = await findChromium();
const python = await findPython();
await findRedis();

const results = [];
results.push(await check('lint', () => run('npm', ['run', '--silent', 'lint'])));
results.push(await check('types', types));
results.push(
  await check(
    'unit tests',
    () => unit(chromium),
    (code) => countVitest(code, read('unit.json')),
  ),
);
if (python) {
  results.push(
    await check(
      'training tests',
      () => training(python),
      (code) => countUnittest(code, read('training.json')),
    ),
  );
} else {
  console.log('\nThe training tests are skipped: there is no Python with torch here.');
  results.push({ name: 'training tests', passed: 0, failed: 0, skipped: 1, seconds: 0 });
}
// Exports first: the build that is served takes their place in .next/ and public/.
const exports = {
  '.exports/path': `http://localhost:${await tryPort(0)}/notes/foretoken`,
  '.exports/root': `http://localhost:${await tryPort(0)}`,
};
const port = await tryPort(0);
const build = (script, env) => () => run('npm', ['run', '--silent', script], env);
const built = [];
for (const [OUT, SITE_URL] of Object.entries(exports)) {
  built.push(await check(`export to ${OUT}`, build('export', { OUT, SITE_URL })));
}
built.push(await check('build', build('build', { PORT: String(port) })));
results.push(...built);
if (chromium && built.every(({ failed }) => failed === 0)) {
  results.push(
    await check(
      'browser',
      () => browser(chromium, port),
      (code) => countPlaywright(code, read('browser.json')),
    ),
  );
} else {
  console.log(`\nThe browser tests cannot run: ${chromium ? 'no build' : 'no Chromium'}.`);
  results.push({ name: 'browser', passed: 0, failed: 1, skipped: 0, seconds: 0 });
}

process.exitCode = total(results);
