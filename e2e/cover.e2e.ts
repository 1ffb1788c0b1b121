// The first page as a reader meets it: readable at once, quiet, on light and dark paper, from anywhere.

import { expect, expectToFit, FILES, graveIn, test } from './page';

const PASSAGES = ['One token at a time', 'Why independent guesses must fail', 'Randomness first'];

test(
  'the page loads without an error and asks no other origin for anything',
  FILES,
  async ({ page, complaints }) => {
    await page.goto('/', { waitUntil: 'networkidle' });
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(complaints.errors).toEqual([]);
    expect(complaints.elsewhere).toEqual([]);
  },
);

test('nothing is wider than the screen', async ({ page }) => {
  await page.goto('/');
  await expectToFit(page);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious on ${colorScheme} paper`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto('/', { waitUntil: 'networkidle' });
    expect(await graveIn(page)).toEqual([]);
  });
}

test('the theme switch turns the paper dark and remembers it', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  const paper = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await paper();
  const button = page.getByRole('button', { name: 'Dark theme' });
  await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(paper).not.toBe(light);
  const dark = await paper();
  await page.reload();
  expect(await paper()).toBe(dark);
  await button.click();
  await expect.poll(paper).toBe(light);
});

test('the first tab stop skips to the text', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the text' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#main')).toBeFocused();
});

test('a citation leads to its paper', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Stern et al. 2018' }).click();
  await expect(page.locator('#ref-stern')).toBeInViewport();
});

test('an unknown address is answered in words', FILES, async ({ page }) => {
  const response = await page.goto('/no-such-page');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { name: 'There is no page here' })).toBeVisible();
});

test('security headers are sent, and no script may evaluate strings', async ({ request }) => {
  const headers = (await request.get('/')).headers();
  expect(headers['content-security-policy']).toContain("default-src 'self'");
  expect(headers['content-security-policy']).not.toContain("'unsafe-eval'");
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['x-powered-by']).toBeUndefined();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the whole text can be read', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    for (const name of PASSAGES) {
      await expect(page.getByRole('heading', { level: 2, name })).toBeVisible();
    }
    await expect(page.getByRole('figure')).not.toHaveCount(0);
  });
});
