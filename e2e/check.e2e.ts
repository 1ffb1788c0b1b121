// Kernels and goldens in a real browser: the page that readers can open too.

import { expect, FILES, test } from './page';

test('the GPU of this browser agrees with the reference', async ({ page, context, complaints }) => {
  test.setTimeout(240_000);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/check');
  await page.getByRole('button', { name: 'Check this device' }).click();
  await expect(page.getByRole('main').getByRole('status')).toHaveText(/^All \d+ checks agree/, {
    timeout: 220_000,
  });
  expect(await page.getByRole('cell', { name: 'agrees' }).count()).toBeGreaterThan(45);
  await page.getByRole('button', { name: 'Copy the report' }).click();
  const report = await page.evaluate(() => navigator.clipboard.readText());
  expect(report).toMatch(/agrees .* tales on CPU, WebAssembly/);
  expect(report).not.toContain('DIFFERS');
  expect(complaints.errors).toEqual([]);
});

test('without WebGPU the check says so, and checks the CPU', FILES, async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'gpu', { get: () => undefined });
  });
  await page.goto('/check');
  await page.getByRole('button', { name: 'Check this device' }).click();
  await expect(page.getByRole('main').getByRole('status')).toHaveText(
    /^All \d+ checks agree.*no WebGPU/,
    {
      timeout: 30_000,
    },
  );
});
