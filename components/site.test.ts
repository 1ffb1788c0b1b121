import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';

/** The module as a build with these settings has it. */
function siteWith(settings: Readonly<Record<string, string>>) {
  vi.resetModules();
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  return import('./site');
}

afterEach(() => vi.unstubAllEnvs());

test('a site with a host of its own has its paths as they are', async () => {
  const { at } = await siteWith({ SITE_URL: 'https://ptp.example' });
  for (const path of ['', '/', '/embed?panel=aux', '/model/']) expect(at(path)).toBe(path);
});

test('a site below a path has it before each of its own', async () => {
  const { at, SITE } = await siteWith({ SITE_URL: 'https://example.org/notes' });
  expect(at('/en/kept-exact#tree')).toBe('/notes/en/kept-exact#tree');
  expect(at('')).toBe('/notes');
  expect(new URL(at('/embed'), SITE).href).toBe(`${SITE}/embed`);
});

test('where the site is files alone, pages end with a slash and files do not', async () => {
  const { at } = await siteWith({ SITE_URL: 'https://example.org/notes', STATIC_EXPORT: '1' });
  expect(at('/classroom/here#lesson=x/y')).toBe('/notes/classroom/here/#lesson=x/y');
  expect(at('/embed?panel=aux&v=2')).toBe('/notes/embed/?panel=aux&v=2');
  expect(at('/en/kept-exact')).toBe('/notes/en/kept-exact/');
  for (const path of ['/source/aux.txt', '/model/', '/']) expect(at(path)).toBe(`/notes${path}`);
});

/** A path of ours, as it stands, in a plain link, a fetch, a frame, or where the browser is sent. */
const BARE =
  /(<a\s[^>]*?href|\.src\s)=\s*\{?['"`]\/|\b(fetch|fetchFrom|location\.assign|location\.replace|Worker)\(['"`]\/\w/g;

test('no link, fetch or frame has a path that `at` has not seen', () => {
  for (const bad of ['<a className="x"\n href="/en">', "fetch('/model/')", 'frame.src = `/x`']) {
    expect(bad.match(BARE), bad).not.toBeNull();
  }
  const found = ['app', 'components'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => /(?<!\.test)\.tsx?$/.test(path))
      .flatMap((path) =>
        Array.from(readFileSync(`${folder}/${path}`, 'utf8').matchAll(BARE), ([text]) => [
          `${folder}/${path}`,
          text,
        ]),
      ),
  );
  expect(found).toEqual([]);
});
