// Shared by the journeys: a page that remembers what went wrong on it.

import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';

/** Console errors, uncaught errors and requests to other places, gathered while a page lives. */
export type Complaints = Readonly<{ errors: string[]; elsewhere: string[] }>;

function listen(page: Page, site: string): Complaints {
  const complaints: Complaints = { errors: [], elsewhere: [] };
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.errors.push(message.text());
  });
  page.on('pageerror', (error) => complaints.errors.push(String(error)));
  page.on('request', (request) => {
    const ours = [`${site}/`, 'blob:', 'data:'].some((start) => request.url().startsWith(start));
    if (!ours) complaints.elsewhere.push(request.url());
  });
  return complaints;
}

/**
 * `test` with `complaints`, which listens from before the first request. Its page goes to paths of the site,
 * wherever that lies on its host. Journeys with the tag FILES take an export, too.
 */
export const test = base.extend<{ complaints: Complaints }>({
  page: async ({ page, baseURL }, use) => {
    const goto = page.goto.bind(page);
    page.goto = (to, options) => goto(to.startsWith('/') ? baseURL + to : to, options);
    await use(page);
  },
  complaints: async ({ page, baseURL }, use) => {
    await use(listen(page, baseURL ?? ''));
  },
});

export const FILES = { tag: '@files' };

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
