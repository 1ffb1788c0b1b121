// Embedded panels, as the pages of others hold them: sandboxed, under a strict policy, without JavaScript,
// by the dozen. The hosts are on another origin.

import AxeBuilder from '@axe-core/playwright';
import type { FrameLocator, Page } from '@playwright/test';
import { EMBED_NAMES } from '@/components/panels/embeds';
import { openHost } from './host';
import { expect, test } from './page';

/** Opens a page of another origin that holds `html`, with every `/embed/` in it on our site. */
async function visit(page: Page, base: string, html: string, headers?: Record<string, string>) {
  const host = await openHost(html.replaceAll('/embed/', `${base}/embed/`), headers);
  test.info().attach('host', { body: html });
  page.on('close', host.close);
  await page.goto(host.origin);
  return host;
}

async function run(frame: FrameLocator) {
  await frame.getByRole('button', { name: 'Run the model' }).click();
  await expect(frame.locator('.status').first()).toContainText('live');
}

for (const name of EMBED_NAMES) {
  test(`${name} is there before any script, and wakes`, async ({ page, complaints }) => {
    const scripts: string[] = [];
    page.on('response', (response) => {
      if (response.url().endsWith('.js')) scripts.push(response.url());
    });
    await page.goto(`/embed/${name}`);
    await expect(page.locator('#figure')).not.toBeEmpty();
    await expect(page.locator('.status').first()).toContainText('recorded');
    await page.waitForLoadState('networkidle');
    expect(scripts.filter((script) => script.includes('/panel-'))).toEqual([]);
    await page.getByRole('button', { name: 'Run the model' }).click();
    if (name !== 'cost') {
      await expect(page.locator('.status').first()).toContainText('live');
    }
    expect(complaints.errors).toEqual([]);
    expect(complaints.elsewhere).toEqual([]);
  });
}

test('without an origin and without storage the model runs', async ({
  page,
  baseURL,
  complaints,
}) => {
  const html =
    '<iframe title="t" src="/embed/cover?theme=dark" sandbox="allow-scripts" width="700" height="700"></iframe>';
  await visit(page, baseURL ?? '', html);
  const frame = page.frameLocator('iframe');
  await run(frame);
  await frame.getByRole('button', { name: 'Throw the dice' }).click();
  await expect(frame.locator('.status').first()).toContainText('live');
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(complaints.errors).toEqual([]);
});
