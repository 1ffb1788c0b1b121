// The kernels in a real browser: the page that readers can open too.

import { expect, test } from './page';

test('the GPU of this browser agrees with the reference', async ({ page, complaints }) => {
  test.setTimeout(180_000);
  await page.goto('/check');
  await page.getByRole('button', { name: 'Check this GPU' }).click();
  await expect(page.getByRole('status')).toHaveText(/^All \d+ checks agree/, { timeout: 150_000 });
  expect(await page.getByRole('cell', { name: 'agrees' }).count()).toBeGreaterThan(30);
  expect(complaints.errors).toEqual([]);
});

test('without WebGPU the check says so', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'gpu', { get: () => undefined });
  });
  await page.goto('/check');
  await page.getByRole('button', { name: 'Check this GPU' }).click();
  await expect(page.getByRole('status')).toHaveText(/WebGPU/);
});
