// Chapters whose figures answer a question of the text: numbers found for a text, the formula beside what is
// counted, the length of a chain, acceptance against temperature.

import type { Page } from '@playwright/test';
import { expect, expectToFit, graveIn, test } from './page';

const CHAPTERS = [
  ['looking-ahead', 'Looking ahead'],
  ['guess-and-check', 'Guess and check'],
  ['chains', 'Chains'],
  ['teaching-the-student', 'Teaching the student'],
  ['what-it-costs', 'What it costs, and where it loses'],
  ['what-you-may-have-read', 'What you may have read'],
] as const;

const panel = (page: Page, id: string) => page.locator(`#${id}`);

for (const [slug, title] of CHAPTERS) {
  test(`${slug} opens quietly, fits the screen, and axe finds nothing grave`, async ({
    page,
    complaints,
  }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(`/en/${slug}`, { waitUntil: 'networkidle' });
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expectToFit(page);
    expect(await graveIn(page)).toEqual([]);
    expect(complaints.errors).toEqual([]);
  });
}

test('numbers are found for a text that the reader types, and drawing again keeps the text', async ({
  page,
}) => {
  await page.goto('/en/teaching-the-student');
  const bins = panel(page, 'bins');
  await bins.scrollIntoViewIfNeeded();
  await expect(bins.getByText(/writes this very text/)).toBeVisible();
  await bins.getByText('names', { exact: true }).click();
  await bins.getByRole('textbox').fill('marta');
  const rulers = bins.getByRole('slider');
  await expect(rulers).toHaveCount(5);
  const picks = () => rulers.evaluateAll((found) => found.map((one) => one.ariaValueText ?? ''));
  const letters = async () => (await picks()).map((said) => said.replace(/.*picks (\w).*/, '$1'));
  expect((await letters()).join('')).toBe('marta');
  const before = await picks();
  await bins.getByRole('button', { name: 'Draw all u again' }).click();
  await expect.poll(picks).not.toEqual(before);
  expect((await letters()).join('')).toBe('marta');
  await rulers.first().focus();
  for (const key of ['Home', 'End']) {
    await page.keyboard.press(key);
    expect((await letters()).join('')).toBe('marta');
  }
});

test('the formula stands beside what is counted, for each method that is chosen', async ({
  page,
}) => {
  await page.goto('/en/guess-and-check');
  const worth = panel(page, 'worth');
  await worth.scrollIntoViewIfNeeded();
  const reading = worth.locator('.cell-reading');
  await expect(reading).toContainText('share α');
  await worth.getByText('Independent heads', { exact: true }).click();
  await expect(reading).toContainText('no single α fits');
  await worth.getByText('Draft model', { exact: true }).click();
  await expect(reading).not.toContainText('no single α fits');
});

test('longer small calls make a chain longer, and leave the others alone', async ({ page }) => {
  await page.goto('/en/chains');
  const chain = panel(page, 'chain');
  await chain.scrollIntoViewIfNeeded();
  const time = async (name: string) =>
    Number.parseFloat(
      (await chain
        .locator('.chain > li', { hasText: name })
        .locator('.chain-time')
        .textContent()) ?? '',
    );
  const before = { chain: await time('Draft model'), plain: await time('One at a time') };
  await chain.getByRole('slider').focus();
  await page.keyboard.press('End');
  expect(await time('Draft model')).toBeGreaterThan(before.chain);
  expect(await time('One at a time')).toBe(before.plain);
});

test('acceptance is recorded, and counted on this device when asked for', async ({ page }) => {
  await page.goto('/en/what-it-costs');
  const warmth = panel(page, 'temperature');
  await warmth.scrollIntoViewIfNeeded();
  await expect(warmth.locator('.cell-reading')).toContainText('Recorded: 144 runs');
  await warmth.getByRole('button', { name: 'Count on this device' }).click();
  await expect(warmth.locator('.cell-reading')).toContainText('Counted just now', {
    timeout: 60_000,
  });
});
