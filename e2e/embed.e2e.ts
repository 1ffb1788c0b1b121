// Embedded panels in our own address bar and in the pages of others, which are on other origins.

import { gzipSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import type { FrameLocator, Page } from '@playwright/test';
import { EMBED_NAMES, type EmbedName } from '@/components/panels/embeds';
import { expect, FILES, test } from './page';

const FIRST_KB = 15;
const ALL_KB = 220;

/** Every script that a page has fetched, compressed, kB. */
async function scriptsOf(page: Page) {
  const sizes = new Map<string, Promise<number>>();
  page.on('response', (response) => {
    if (!response.url().endsWith('.js')) return;
    const size = response.body().then((body) => gzipSync(body).length / 1000);
    sizes.set(response.url(), size);
  });
  return {
    urls: () => [...sizes.keys()],
    kB: async () => (await Promise.all(sizes.values())).reduce((sum, size) => sum + size, 0),
  };
}

const sign = (frame: FrameLocator | Page) => frame.locator('.status').first();
const wake = (frame: FrameLocator | Page) => frame.getByRole('button', { name: 'Run the model' });

/** Panels that compute only when asked to, by which button; null: what they draw was measured elsewhere. */
const MEASURED: Partial<Record<EmbedName, string | null>> = {
  ...{ cost: 'Measure', temperature: 'Count on this device', batch: null },
};

for (const name of EMBED_NAMES) {
  test(`${name}: a recorded picture first, the model when asked`, async ({ page, complaints }) => {
    const scripts = await scriptsOf(page);
    await page.goto(`/embed/${name}`);
    await expect(sign(page)).toContainText('recorded');
    await page.waitForLoadState('networkidle');
    expect(scripts.urls().filter((url) => url.includes('/panel-'))).toEqual([]);
    const first = await scripts.kB();
    expect(first).toBeGreaterThan(1);
    expect(first, 'kB before anything is touched').toBeLessThanOrEqual(FIRST_KB);

    await wake(page).click();
    await expect(wake(page)).toBeHidden();
    const measure = MEASURED[name];
    if (measure) await page.getByRole('button', { name: measure }).click();
    if (measure !== null) await expect(sign(page)).toContainText(/live|computing/);
    expect(await scripts.kB(), 'kB in all').toBeLessThanOrEqual(ALL_KB);

    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    expect(complaints).toEqual({ errors: [], elsewhere: [] });
  });
}

test('the first press wakes the panel, and is not lost', FILES, async ({ page }) => {
  await page.goto('/embed/cover');
  await page.getByRole('button', { name: 'Throw the dice' }).click();
  await expect(page.getByLabel('Seed')).not.toHaveValue('188');
  await expect(sign(page)).toContainText('live');
});

test('without JavaScript the recorded picture stands, and says so', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${baseURL}/embed/accept?theme=dark`);
  await expect(sign(page)).toContainText('recorded');
  await expect(page.locator('noscript p')).toBeVisible();
  await expect(wake(page)).toBeHidden();
  await expect(page.locator('.chip').first()).toBeVisible();
  await context.close();
});

test('what an address has wrong is named, before and after waking', async ({
  page,
  complaints,
}) => {
  const script = encodeURIComponent('<img src=x onerror=alert(1)>');
  const queries = [
    `theme=${script}`,
    `accent=${encodeURIComponent('red;}body{display:none')}`,
    `${script}=1`,
    `names.prompt=${script}&names.seed=${script}`,
    `names.u=${script}&cursor=-1&lang=..%2f..`,
    'names.seed=%E0%A4%A&__proto__=1',
  ];
  page.on('dialog', () => complaints.errors.push('a dialog'));
  for (const query of queries) {
    await page.goto(`/embed/cover?${query}`);
    await expect(page.locator('#news')).toContainText(/allowed:|no such parameter/);
    await wake(page).click();
    await expect(sign(page)).toContainText(/live|recorded/);
    await expect(page.getByText(/allowed:|no such parameter/).first()).toBeVisible();
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.locator('body').isVisible()).toBe(true);
  }
  expect(complaints).toEqual({ errors: [], elsewhere: [] });
});

test('one notice counts everything that is wrong, before and after waking', async ({ page }) => {
  await page.goto('/embed/cover?theme=black&names.seed=x');
  const said = /This link has 2 things that cannot be read. theme: "black".* names.seed: "x"/;
  await expect(page.locator('#news')).toContainText(said);
  await wake(page).click();
  await expect(page.locator('.notice')).toContainText(said);
  await expect(page.locator('#news')).toBeEmpty();
});

test('a panel that is none is named where it was expected', async ({ page, complaints }) => {
  const answer = await page.goto('/embed/nonsense');
  expect(answer?.status()).toBe(404);
  await expect(page.getByText(/^There is no panel “nonsense”; allowed: cover, aux/)).toBeVisible();
  // The browser itself says that it was not found; no policy was broken.
  expect(complaints.errors.filter((error) => !error.includes('404'))).toEqual([]);
});

test('each language has its page', FILES, async ({ page }) => {
  await page.goto('/embed/aux?lang=de&names.seed=9');
  await expect(page).toHaveURL(/\/embed\/de\/aux\/?\?lang=de&names\.seed=9$/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await page.getByRole('button', { name: 'Modell rechnen lassen' }).click();
  await expect(page.getByLabel('Seed', { exact: true })).toHaveValue('9');
});

test(
  'a run of the address is shown once the model runs; the bare one as recorded',
  FILES,
  async ({ page }) => {
    await page.goto('/embed/aux?v=2&names.seed=9&theme=dark&accent=cc0000&autostart');
    await expect(page.getByLabel('Seed')).toHaveValue('9');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(page.locator('.panel-head')).toHaveCSS('border-top-color', 'rgb(204, 0, 0)');
    await page.goto('/embed/aux?v=2&names.seed=9');
    await expect(page.locator('#news')).toContainText('other choices');
    await expect(page.getByRole('link', { name: /Foretoken/ })).toHaveAttribute(
      'href',
      /randomness-first\/?\?v=2&names\.seed=9$/,
    );
  },
);
