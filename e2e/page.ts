// Shared by the journeys: a page that remembers what went wrong on it.

import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';

/** Console errors, uncaught errors and requests to other places, gathered while a page lives. */
export type Complaints = Readonly<{ errors: string[]; elsewhere: string[] }>;

function listen(page: Page, origin: string): Complaints {
  const complaints: Complaints = { errors: [], elsewhere: [] };
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.errors.push(message.text());
  });
  page.on('pageerror', (error) => complaints.errors.push(String(error)));
  page.on('request', (request) => {
    const url = new URL(request.url());
    const ours = url.origin === origin || url.protocol === 'blob:' || url.protocol === 'data:';
    if (!ours) complaints.elsewhere.push(request.url());
  });
  return complaints;
}

/** `test` with `complaints`, which listens from before the first request. */
export const test = base.extend<{ complaints: Complaints }>({
  complaints: async ({ page, baseURL }, use) => {
    await use(listen(page, new URL(baseURL ?? '').origin));
  },
});

/** What axe finds serious or critical, each with where. @param axe to leave something out of it */
export async function graveIn(page: Page, axe = new AxeBuilder({ page })): Promise<string[]> {
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' | ')}`);
}

/** Nothing on the page is wider than the screen. */
export async function expectToFit(page: Page): Promise<void> {
  const [content, screen] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    window.innerWidth,
  ]);
  expect(content).toBeLessThanOrEqual(screen ?? 0);
}

export { expect };
