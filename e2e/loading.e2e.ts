// Weights that come slowly, in pieces or not at all; a page that is left, hidden, and looked at again.

import type { Page } from '@playwright/test';
import { type Network, networkBefore } from './network';
import { test as base, expect } from './page';

const test = base.extend<{ network: Network }>({
  network: async ({ baseURL }, use) => {
    const network = await networkBefore(baseURL ?? '');
    await use(network);
    network.close();
  },
});

const cover = (page: Page) => page.locator('.cover-panel');
const status = (page: Page, kind: string) => cover(page).locator(`.status[data-kind="${kind}"]`);
const teachers = ({ asked }: Network) => asked.filter((path) => path.includes('teacher'));

test('a download that was cut goes on behind what has come, and is kept', async ({
  page,
  network,
}) => {
  network.limit = { bytes: 600_000, end: 'cut' };
  await page.goto(network.origin);
  await expect(cover(page).getByText(/could not be fetched: the network failed/)).toBeVisible();
  expect(teachers(network)).toEqual(['/model/names/teacher.safetensors']);
  network.release();
  await cover(page).getByRole('button', { name: 'Try again' }).click();
  await expect(status(page, 'live')).toBeVisible();
  const [, rest = ''] = teachers(network);
  expect(Number(/bytes=(\d+)-/.exec(rest)?.[1])).toBeGreaterThanOrEqual(64 * 1024);
  expect(teachers(network)).toHaveLength(2);

  // A second tab and a second visit find the weights here.
  const other = await page.context().newPage();
  await Promise.all([other.goto(network.origin), page.reload()]);
  for (const tab of [other, page]) await expect(status(tab, 'live')).toBeVisible();
  expect(teachers(network)).toHaveLength(2);

  await page.goto(`${network.origin}/check`);
  await expect(page.getByRole('cell', { name: 'names/teacher.safetensors' })).toBeVisible();
  await page.getByRole('button', { name: 'Clear the kept weights' }).click();
  await expect(page.getByText('This browser keeps no weights of this site.')).toBeVisible();
});

test('a slow download is stopped by the reader, and started again', async ({ page, network }) => {
  network.limit = { bytes: 300_000, end: 'hold' };
  await page.goto(network.origin);
  await expect(cover(page).getByText(/0\.3 of 0\.9 MB/)).toBeVisible();
  const cancel = cover(page).getByRole('button', { name: 'Cancel' });
  await cancel.focus();
  await page.keyboard.press('Enter');
  await expect(cover(page).getByText(/was stopped; what has come is kept/)).toBeVisible();
  const load = cover(page).getByRole('button', { name: 'Load the model' });
  await expect(load).toBeFocused();
  // Turning a dial does not start it: only the reader does.
  await cover(page).getByRole('slider', { name: 'u 1', exact: true }).press('PageUp');
  await page.waitForTimeout(500);
  expect(teachers(network)).toHaveLength(1);
  network.release();
  await load.click();
  await expect(status(page, 'live')).toBeVisible();
  expect(teachers(network).at(-1)).toMatch(/bytes=\d+-$/);
});

test('a page that is left gives its worker back, and goes on when it is shown again', async ({
  page,
}) => {
  await page.goto('/');
  await expect(status(page, 'live')).toBeVisible();
  // The browser's own cache of pages is off under automation; the events are the same.
  const tell = (type: string) =>
    page.evaluate(
      (name) => dispatchEvent(new PageTransitionEvent(name, { persisted: true })),
      type,
    );
  await tell('pagehide');
  await expect.poll(() => page.workers().length).toBe(0);
  await tell('pageshow');
  const dial = cover(page).getByRole('slider', { name: 'u 1', exact: true });
  await dial.press('PageUp');
  await dial.press('PageUp');
  await expect.poll(() => page.workers().length).toBe(1);
  await expect(status(page, 'live')).toBeVisible();
});

test('a page that nobody looks at computes nothing until it is looked at', async ({ page }) => {
  await page.goto('/');
  await expect(status(page, 'live')).toBeVisible();
  const hide = (hidden: boolean) =>
    page.evaluate((value) => {
      Object.defineProperty(document, 'hidden', { configurable: true, value });
      document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);
  await hide(true);
  await cover(page).getByRole('slider', { name: 'u 1', exact: true }).press('PageUp');
  await expect(status(page, 'stale')).toBeVisible();
  await page.waitForTimeout(1500);
  await expect(status(page, 'stale')).toBeVisible();
  await hide(false);
  await expect(status(page, 'live')).toBeVisible();
});
