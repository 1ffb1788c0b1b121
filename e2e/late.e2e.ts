// What a reader does before the page, or a part of it, answers: nothing of it is lost.

import type { Page } from '@playwright/test';
import { expect, test } from './page';

/** Scripts asked for from now on wait until they are let through. */
async function holdScripts(page: Page) {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/_next/static/chunks/*.js', async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

test('a switch pressed before the page answers is switched once it does', async ({ page }) => {
  const release = await holdScripts(page);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/', { waitUntil: 'commit' });
  const theme = page.getByRole('button', { name: 'Dark theme' });
  await theme.click();
  await expect(page.locator('html')).not.toHaveAttribute('data-theme');
  release();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(theme).toHaveAttribute('aria-pressed', 'true');
});

test('a panel far away loads nothing, and keeps what is written and pressed before it answers', async ({
  page,
  complaints,
}) => {
  await page.goto('/');
  await expect(page.locator('body')).not.toHaveAttribute('data-late');
  const panel = page.locator('.late', { has: page.locator('#accept') });
  await expect(panel).toHaveAttribute('data-late');
  const release = await holdScripts(page);
  const field = panel.getByRole('textbox', { name: 'Prompt' });
  await field.fill('Once upon a time there was a king');
  const dice = panel.getByRole('button', { name: 'Throw the dice' });
  await dice.click();
  await expect(panel).toHaveAttribute('data-late');
  const seed = await panel.getByRole('textbox', { name: 'Seed' }).inputValue();
  release();
  await expect(panel).not.toHaveAttribute('data-late');
  await expect(field).toHaveValue('Once upon a time there was a king');
  await expect.poll(() => page.url()).toMatch(/tales\.prompt=[^&]*king/);
  await expect(panel.getByRole('textbox', { name: 'Seed' })).not.toHaveValue(seed);
  expect(complaints.errors).toEqual([]);
});
