// Languages, paper, and what a page is allowed to run.

import { expect, FILES, test } from './page';

test(
  'a chapter in German says so, and leads to itself in English',
  FILES,
  async ({ page, complaints }) => {
    await page.goto('/de/sampling-is-a-lookup?v=2&names.seed=9');
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sampling ist Nachschlagen');
    const figure = page.locator('#letters');
    await expect(figure.getByRole('button', { name: 'Würfeln' })).toBeVisible();
    await expect(figure.getByLabel('Seed')).toHaveValue('9');
    const other = page.locator('link[rel="alternate"][hreflang="en"]');
    await expect(other).toHaveAttribute('href', /\/en\/sampling-is-a-lookup\/?$/);
    await page.getByRole('link', { name: 'English' }).click();
    await expect(page).toHaveURL(/\/en\/sampling-is-a-lookup\/?\?v=2&names\.seed=9$/);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sampling is a lookup');
    expect(complaints.errors).toEqual([]);
  },
);

test('a chapter without a translation stands in, in its own language', async ({ page }) => {
  await page.goto('/de/more-heads');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.locator('article')).toHaveAttribute('lang', 'en');
  await expect(page.getByText('noch nicht übersetzt')).toBeVisible();
});

for (const path of [
  '/de',
  '/de/sampling-is-a-lookup',
  '/de/glossary',
  '/de/history',
  '/de/check',
]) {
  test(`${path} fits a narrow phone`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(path);
    const [inside, across] = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return [scrollWidth, clientWidth];
    });
    expect(inside).toBeLessThanOrEqual(across ?? 0);
  });
}

test(
  'a built page runs its own inline scripts and no other',
  FILES,
  async ({ page, complaints }) => {
    await page.goto('/');
    const own = page.locator('head > meta[http-equiv="Content-Security-Policy"]');
    await expect(own).toHaveAttribute('content', /script-src 'self' 'wasm-unsafe-eval' 'sha256-/);
    await expect(own).not.toHaveAttribute('content', /script-src[^;]*'unsafe-(inline|eval)'/);
    await expect(page.locator('.cover-panel .status')).toContainText('live');
    expect(complaints.errors).toEqual([]);
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.intruder = true';
      document.body.append(script);
      return 'intruder' in window;
    });
    expect(ran).toBe(false);
  },
);

test('on paper stand the text, the figures and the depths, and nothing to press', async ({
  page,
}) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.goto('/en/sampling-is-a-lookup');
  await expect(page.getByText('The inequality', { exact: false })).toBeVisible();
  await expect(page.locator('#letters svg').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Throw the dice' }).first()).toBeHidden();
  const paper = await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
  expect(paper).toBe('light');
});
