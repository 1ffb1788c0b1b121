import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { keptIn, writeWorker } from './offline.mjs';

const site = mkdtempSync(join(tmpdir(), 'foretoken-offline-'));
const pages = join(site, 'app');
const made = join(site, 'static');
const open = join(site, 'public');

const FILES = {
  'app/index.html': 'home',
  'app/en.html': 'english',
  'app/en/more-heads.html': 'chapter',
  'app/en/more-heads.rsc': 'data',
  'app/_not-found.html': 'lost',
  'app/classroom/[code]/page.js': 'server',
  'app/source/cover.txt.body': 'source',
  'app/oembed/cover.json.body': '{}',
  'static/chunks/a1.js': 'script',
  'static/chunks/a1.js.map': 'map',
  'static/media/a1.woff2': 'face',
  'static/media/a1.ttf': 'face',
  'static/build-id/_buildManifest.js': 'manifest',
  'public/code-cell/frame.html': 'frame',
  'public/embed/cover/index.html': 'embed',
  'public/model/names/manifest.json': '{}',
  'public/model/names/teacher.safetensors': 'weights',
};

beforeAll(() => {
  for (const [path, content] of Object.entries(FILES)) {
    mkdirSync(dirname(join(site, path)), { recursive: true });
    writeFileSync(join(site, path), content);
  }
});

const urlsOf = (...given) => keptIn(...given).map(({ url }) => url);

test('pages, what they are made of and their sources are kept; models, embeds and the rest are not', () => {
  expect(urlsOf({ folder: pages, bare: true }).sort()).toEqual([
    './',
    'en',
    'en/more-heads',
    'source/cover.txt',
  ]);
  expect(urlsOf({ folder: made, at: '_next/static/' }).sort()).toEqual([
    '_next/static/chunks/a1.js',
    '_next/static/media/a1.woff2',
  ]);
  expect(urlsOf({ folder: open })).toEqual(['code-cell/frame.html']);
});

test('on a file host a page keeps its ending, and the index of a folder is the folder', () => {
  mkdirSync(join(site, 'out', 'de'), { recursive: true });
  writeFileSync(join(site, 'out', 'index.html'), '');
  writeFileSync(join(site, 'out', 'de', 'index.html'), '');
  writeFileSync(join(site, 'out', 'en.html'), '');
  writeFileSync(join(site, 'out', '404.html'), '');
  expect(urlsOf({ folder: join(site, 'out') }).sort()).toEqual(['./', 'de/', 'en.html']);
});

test('a file whose name changes with its content has no revision; any other has its content’s', () => {
  const before = keptIn({ folder: pages, bare: true });
  expect(keptIn({ folder: made, at: '_next/static/' }).map(({ revision }) => revision)).toEqual([
    null,
    null,
  ]);
  writeFileSync(join(pages, 'en.html'), 'english, again');
  const changed = keptIn({ folder: pages, bare: true }).filter(
    ({ url, revision }) => before.find((file) => file.url === url)?.revision !== revision,
  );
  expect(changed.map(({ url }) => url)).toEqual(['en']);
});

test('the worker is one script, the same for the same files in any order', async () => {
  const folders = [
    { folder: pages, bare: true },
    { folder: made, at: '_next/static/' },
  ];
  const [one, two] = [join(site, 'one.js'), join(site, 'two.js')];
  const kept = await writeWorker({ folders, to: one });
  await writeWorker({ folders: folders.toReversed(), to: two });
  const script = readFileSync(one, 'utf8');
  expect(readFileSync(two, 'utf8')).toBe(script);
  expect(script).not.toMatch(/importScripts|^import /m);
  expect(script).toContain('"en/more-heads"');
  expect(script).not.toContain(site);
  expect(kept.files).toBe(6);
  expect(kept.bytes).toBe('homeenglish, againchaptersourcescriptface'.length);
});
