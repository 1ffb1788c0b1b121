// Shared by the journeys: a page that remembers what went wrong on it.

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

export { expect };
