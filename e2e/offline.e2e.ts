// The site without a network, after one visit.

import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, expectToFit, graveIn, test } from './page';
import { readLesson } from './room';

test.use({ serviceWorkers: 'allow' });
test.slow();
test.beforeEach(({ page: _ }, { project }) => {
  test.skip(project.name !== 'desktop', 'a worker knows no screen; the last journey has a phone’s');
});

/** What the pages cost who never goes offline: MB over the network, MB on the disk. */
const BUDGET = { sent: 2.8, kept: 11 };

const line = (page: Page) => page.locator('.offline-line');
const untilReady = (page: Page) =>
  expect(line(page).getByText(/^Ready offline/)).toBeVisible({ timeout: 60_000 });
const untilLive = (page: Page) =>
  expect(page.locator('.cover-panel .status[data-kind="live"]')).toBeVisible({ timeout: 80_000 });

/** Addresses of what is kept, as the browser has them. */
const keptBy = (page: Page) =>
  page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.includes('precache'));
    const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return keys.flat().map(({ url }) => url.replace(/[?&]__WB_REVISION__=\w+$/, ''));
  });

test('after one visit every page opens without a network, and says so before', async ({
  page,
  context,
  complaints,
}) => {
  await page.goto('/');
  await untilReady(page);
  await untilLive(page);
  expect(complaints).toEqual({ errors: [], elsewhere: [] });
  await context.setOffline(true);

  await page.reload();
  await untilReady(page);
  await untilLive(page);

  // A chapter that was never opened, by a link and by its address, and in German.
  await page
    .getByRole('link', { name: /More heads/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/en\/more-heads$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('More heads');
  await page.goto('/de/sampling-is-a-lookup?v=2&names.seed=9');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  const figure = page.locator('#letters');
  await expect(figure.getByLabel('Seed')).toHaveValue('9');
  await figure.getByRole('button', { name: 'Würfeln' }).click();
  await expect(figure.locator('.status[data-kind="live"]')).toBeVisible({ timeout: 80_000 });
  await expect(line(page).getByText(/^Bereit ohne Netz/)).toBeVisible();
});

test('an address that is not kept gets a page of ours, in its language', async ({
  page,
  context,
}) => {
  await page.goto('/check');
  await untilReady(page);
  await context.setOffline(true);
  for (const [path, title] of [
    ['/en/no-such-chapter', 'There is no network'],
    ['/classroom/no-such-room', 'There is no network'],
    ['/de/kein-kapitel', 'Es gibt kein Netz'],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  }
  await page.getByRole('link', { name: 'Das Notizbuch' }).click();
  await expect(page).toHaveURL(/\/de$/);
  await expect(page.locator('.cover-panel')).toBeVisible();

  // With a network it is the server that says what there is, and a room is never kept.
  await context.setOffline(false);
  const answer = await page.goto('/en/no-such-chapter');
  expect(answer?.status()).toBe(404);
  expect((await keptBy(page)).filter((url) => /\/(api|snapshot|oembed)\//.test(url))).toEqual([]);
  const room = await page.evaluate(() => fetch('/api/classroom/none/view').then((r) => r.status));
  expect(room).toBeGreaterThanOrEqual(400);
});

test('the models are kept when the reader asks, and run in a chapter and in code', async ({
  page,
  context,
}) => {
  await page.goto('/check');
  await untilReady(page);
  const manifests = ['names', 'tales'].map((name) =>
    JSON.parse(readFileSync(`public/model/${name}/manifest.json`, 'utf8')),
  );
  const files = manifests.flatMap(({ files }) => Object.values<{ bytes: number }>(files));
  const megabytes = files.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6;
  const keep = line(page).getByRole('button', { name: /Keep both models/ });
  const said = Number(/\(([\d.]+) MB\)/.exec((await keep.textContent()) ?? '')?.[1]);
  // The goldens, against which a model checks itself, come with the weights.
  expect(said).toBeGreaterThan(megabytes);
  expect(said).toBeLessThan(megabytes * 1.03);
  await keep.focus();
  await page.keyboard.press('Enter');
  await expect(
    line(page).getByText('Ready offline: every page and both models are kept in this browser.'),
  ).toBeVisible({ timeout: 60_000 });
  await context.setOffline(true);

  await page.goto('/');
  await untilLive(page);
  await page.goto('/en/kept-exact');
  const tales = page.locator('#accept');
  await tales.scrollIntoViewIfNeeded();
  await tales.getByRole('slider').first().press('ArrowRight');
  await expect(tales.locator('.status[data-kind="live"]')).toBeVisible({ timeout: 80_000 });
  await page.goto('/en/sampling-is-a-lookup');
  const code = page.locator('#code-lookup');
  await code.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(code.getByText('Done.')).toBeVisible({ timeout: 60_000 });
  await expect(code.locator('.code-cell-out')).toContainText('place 1 u 0.692 picks m');
});

test('a lesson that was taught on this device is taught again without a network', async ({
  page,
  context,
}) => {
  await page.goto('/classroom');
  await untilReady(page);
  const start = async (lesson: number) => {
    await page.goto('/classroom');
    await page.getByRole('link', { name: 'On this device alone' }).nth(lesson).click();
  };
  const desk = page.getByRole('button', { name: 'Begin the lesson' });
  await start(0);
  await expect(desk).toBeVisible();
  await context.setOffline(true);
  // As the next day: nothing is left of the room.
  await page.evaluate(() => sessionStorage.clear());
  await start(0);
  await desk.click();
  const opened = context.waitForEvent('page');
  await page.getByRole('link', { name: 'Open the projector window' }).click();
  const projector = await opened;
  const { scenes } = readLesson('dependent-or-independent');
  await expect(projector.getByRole('heading', { level: 1 })).toHaveText(scenes[0]?.title ?? '');
  await page.reload();
  await expect(page.getByRole('link', { name: 'Open the projector window' })).toBeVisible();

  // A lesson that was never taught here has notes that no student's device may keep.
  await start(1);
  await expect(page.getByText(/could not be fetched: the network failed/)).toBeVisible();
});

test('every file in the list is there, and all of them are no burden', async ({
  page,
  request,
}) => {
  const script = await request.get('/sw.js');
  expect(script.headers()['cache-control']).toMatch(/max-age=0|no-cache/);
  expect(script.headers()['content-security-policy']).toContain("default-src 'self'");
  await page.goto('/check');
  await untilReady(page);
  const kept = await keptBy(page);
  expect(kept.length).toBeGreaterThan(100);
  expect(new Set(kept).size).toBe(kept.length);
  expect(kept.filter((url) => url.includes('/model/'))).toEqual([]);
  let sent = 0;
  let bytes = 0;
  for (const url of kept) {
    const answer = await request.get(url);
    expect(answer.status(), url).toBe(200);
    const body = await answer.body();
    bytes += body.length;
    sent += url.endsWith('.woff2') ? body.length : gzipSync(body).length;
  }
  expect(sent / 1e6, 'MB over the network').toBeLessThanOrEqual(BUDGET.sent);
  expect(bytes / 1e6, 'MB on the disk').toBeLessThanOrEqual(BUDGET.kept);
});

test('with a network a page is the server’s, not the one that was kept', async ({ page }) => {
  await page.goto('/check');
  await untilReady(page);
  await page.evaluate(async () => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        if (new URL(request.url).pathname !== '/check') continue;
        const headers = { 'Content-Type': 'text/html' };
        await cache.put(request, new Response('<h1>Of yesterday</h1>', { headers }));
      }
    }
  });
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Of yesterday');
  await page.context().setOffline(true);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Of yesterday');
});

test('an embedded panel and a room of a class ask for no worker', async ({ page }) => {
  for (const path of ['/embed/cover', '/classroom/no-such-room']) {
    await page.goto(path, { waitUntil: 'networkidle' });
    await page.waitForTimeout(1500);
    const workers = await page.evaluate(
      async () => (await navigator.serviceWorker.getRegistrations()).length,
    );
    expect(workers, path).toBe(0);
  }
});

test('a phone, light and dark: the line fits and is read aloud', async ({ page }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme });
    await page.goto('/check');
    await untilReady(page);
    await line(page).scrollIntoViewIfNeeded();
    await expectToFit(page);
    expect(await graveIn(page)).toEqual([]);
    await expect(line(page).getByRole('status')).toHaveText(/^Ready offline/);
  }
});
