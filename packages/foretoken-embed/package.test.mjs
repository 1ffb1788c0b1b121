// The package as somebody else gets it, and the one file that pages load.

import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { elementScript } from './build.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const LIMIT_BYTES = 5000;

test('embed.js is one script without imports, of at most 5 kB with gzip', async () => {
  const script = await elementScript();
  expect(script).toContain('foretoken-widget');
  expect(script).not.toMatch(/\bimport\b|\brequire\(/);
  expect(gzipSync(script).length).toBeLessThanOrEqual(LIMIT_BYTES);
});

test('npm packs modules, types and the README, and nothing else', () => {
  const said = execFileSync('npm', ['pack', '--dry-run', '--json', '--silent'], { cwd: here });
  const listed = `${said}`;
  const [{ files }] = JSON.parse(listed.slice(listed.indexOf('[')));
  const paths = files.map(({ path }) => path);
  for (const part of ['index.js', 'index.d.ts', 'react.js', 'react.d.ts']) {
    expect(paths).toContain(`dist/${part}`);
  }
  expect(paths).toContain('README.md');
  expect(
    paths.filter((path) => !/^(dist\/.+\.(d\.ts|js)|README\.md|package\.json)$/.test(path)),
  ).toEqual([]);
});

test('its types are found as bundlers and as Node find them', () => {
  const typescript = dirname(createRequire(import.meta.url).resolve('typescript/package.json'));
  const options = [
    '--ignoreConfig',
    '--noEmit',
    '--strict',
    '--lib',
    'dom,esnext',
    '--types',
    'react',
  ];
  for (const module of ['nodenext', 'preserve']) {
    const asked = [join(typescript, 'bin/tsc'), ...options, '--module', module];
    const types = [join(here, 'dist/index.d.ts'), join(here, 'dist/react.d.ts')];
    const { status, stdout } = spawnSync(process.execPath, [...asked, ...types]);
    expect(`${stdout}`, module).toBe('');
    expect(status).toBe(0);
  }
});

test('the README names every panel', async () => {
  const { PANELS } = await import('./src/protocol.ts');
  const readme = readFileSync(join(here, 'README.md'), 'utf8');
  expect(PANELS.filter((panel) => !readme.includes(`\`${panel}\``))).toEqual([]);
});

test('a server can import the React wrapper and render its fallback', async () => {
  const { ForetokenWidget } = await import('./dist/react.js');
  const props = { panel: 'cover', site: 'https://ptp.example', autostart: true };
  const html = renderToStaticMarkup(createElement(ForetokenWidget, props, 'A figure'));
  expect(html).toBe(
    '<foretoken-widget panel="cover" site="https://ptp.example" autostart="">A figure</foretoken-widget>',
  );
});
