// What a reader does with the rounds of a tale: write a prompt, choose a method, step, change temperature.

import type { Page } from '@playwright/test';
import { expect, test } from './page';

const panel = (page: Page) => page.locator('#accept');

/** Scrolls to the panel, which wakes its model, and waits until the shown run is live and done. */
async function open(page: Page, query = ''): Promise<void> {
  await page.goto(`/${query}`);
  await panel(page).scrollIntoViewIfNeeded();
  await settled(page);
}

async function settled(page: Page): Promise<void> {
  await expect(panel(page).locator('.status[data-kind="live"]')).toBeVisible();
  await expect(panel(page).locator('[data-done="true"]')).toBeVisible();
}

const text = (page: Page) => panel(page).locator('.accept-text');
const written = async (page: Page) => (await text(page).textContent()) ?? '';

test('stepping back and forward shows one round less and one more', async ({ page }) => {
  await open(page);
  const round = panel(page).getByRole('slider', { name: 'Rounds' });
  await expect(round).toHaveAttribute('aria-valuetext', /^round (\d+) of \1$/);
  const whole = await written(page);
  await panel(page).getByRole('button', { name: 'Step back' }).click();
  await panel(page).getByRole('button', { name: 'Step back' }).click();
  expect(whole.startsWith((await written(page)).trimEnd())).toBe(true);
  const [, last = ''] = (await round.getAttribute('aria-valuetext'))?.match(/^round (\d+)/) ?? [];
  await expect.poll(() => page.url()).toMatch(new RegExp(`round=${last}$`));
  const shown = await written(page);
  await page.reload();
  await panel(page).scrollIntoViewIfNeeded();
  await expect(text(page)).toHaveText(shown);
});

test('every method writes the same text', async ({ page }) => {
  await open(page, '?v=1&tales.prompt=The%20king%20&tales.seed=5&tales.tokens=24');
  await expect(text(page)).toContainText('The king');
  const texts = new Set<string>();
  for (const method of ['One at a time', 'Independent heads', 'O-PTP', 'O-PTP, quadratic']) {
    await panel(page).getByRole('radio', { name: method, exact: true }).check({ force: true });
    await settled(page);
    texts.add((await written(page)).trim());
  }
  expect([...texts]).toHaveLength(1);
});

test('the reader chooses who races, and the link says it', async ({ page }) => {
  await open(page, '?v=2&tales.tokens=24');
  const row = (method: string) =>
    panel(page)
      .locator('.race-table tr')
      .filter({ has: page.getByText(method, { exact: true }) });
  await expect(row('Lookahead')).toContainText('not in the race');
  await row('Lookahead').getByRole('checkbox').check();
  await expect(row('Lookahead')).toContainText('ms');
  await row('MTP modules').getByRole('checkbox').uncheck();
  await expect(row('MTP modules')).toContainText('not in the race');
  await expect(panel(page).getByRole('radio', { name: 'MTP modules' })).toHaveCount(0);
  await expect.poll(() => page.url()).toMatch(/race=ar,speculative,lookahead,independent,/);
  await page.reload();
  await panel(page).scrollIntoViewIfNeeded();
  await expect(row('Lookahead').getByRole('checkbox')).toBeChecked();
  await expect(row('MTP modules').getByRole('checkbox')).not.toBeChecked();
});

test('an emoji prompt is named and stays in the box; so is one that is too long', async ({
  page,
  complaints,
}) => {
  await open(page);
  const before = await written(page);
  const field = panel(page).getByLabel('Prompt', { exact: true });
  await field.fill('The dragon 🐉 said');
  await expect(panel(page).getByText(/🐉.*U\+1F409/)).toBeVisible();
  await expect(field).toHaveValue('The dragon 🐉 said');
  await field.fill('a'.repeat(10_000));
  await expect(panel(page).getByText(/10000 characters; .* at most 1000 characters/)).toBeVisible();
  expect(await written(page)).toBe(before);
  await field.fill('');
  await expect(panel(page).getByText('0 of 1,000')).toBeVisible();
  await expect(text(page)).not.toHaveText(before);
  expect(complaints.errors).toEqual([]);
});

test('outside the temperatures it was trained for, the panel says so', async ({ page }) => {
  await open(page);
  const slider = panel(page).getByRole('slider', { name: 'Temperature' });
  await slider.fill('1.5');
  await expect(panel(page).getByText(/Here it drafts worse/)).toBeVisible();
  await slider.fill('0');
  await expect(panel(page).getByText(/Independent heads then keep as much/)).toBeVisible();
  await expect(panel(page).getByText(/the random numbers decide nothing/)).toBeVisible();
});

test('the last round says where the run is cut, and each method says what it does', async ({
  page,
}) => {
  // The first draft of a round of two calls is the teacher's own: a run of one token is always cut.
  await open(page, '?v=2&tales.tokens=1');
  await expect(panel(page).getByText(/^The run ends at 1 token:/)).toBeVisible();
  await expect(panel(page).locator('.round .chip[data-state="reject"]')).toHaveCount(0);
  await expect(panel(page).locator('.race-words dt')).toHaveCount(14);
});

test('curly quotes and dashes are read as the model writes them, and the reader is told', async ({
  page,
}) => {
  await open(page);
  const field = panel(page).getByLabel('Prompt', { exact: true });
  await field.fill('“No”—he said');
  await expect(panel(page).getByText(/Read in the characters that the model knows/)).toBeVisible();
  await expect(field).toHaveValue('"No"-he said');
  await expect(text(page)).toContainText('"No"-he said');
});

test('no weights of tales come before its panel is near', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('/');
  await expect(page.locator('.cover-panel .status[data-kind="live"]')).toBeVisible();
  await page.waitForTimeout(500);
  expect(asked.filter((url) => url.includes('/model/tales/'))).toEqual([]);
});
