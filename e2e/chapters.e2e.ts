// The chapters as a reader meets them: one journey each, on light and dark paper, with and without a script.

import { expect, expectToFit, FILES, graveIn, test } from './page';

const CHAPTERS = [
  ['one-at-a-time', 'One at a time'],
  ['sampling-is-a-lookup', 'Sampling is a lookup'],
  ['more-heads', 'More heads'],
  ['randomness-first', 'Randomness first'],
  ['kept-exact', 'Kept exact'],
] as const;

for (const [slug, title] of CHAPTERS) {
  test(`${slug} opens quietly, and nothing in it is wider than the screen`, async ({
    page,
    complaints,
  }) => {
    await page.goto(`/en/${slug}`, { waitUntil: 'networkidle' });
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expectToFit(page);
    expect(complaints.errors).toEqual([]);
    expect(complaints.elsewhere).toEqual([]);
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing serious in ${slug} on ${colorScheme} paper`, async ({ page }, info) => {
      test.skip(
        info.project.name === 'phone' && colorScheme === 'dark',
        'the same colours as on a desktop',
      );
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.goto(`/en/${slug}`, { waitUntil: 'networkidle' });
      for (const depth of await page.locator('.depth > summary').all()) await depth.click();
      expect(await graveIn(page)).toEqual([]);
    });
  }
}

test('the contents lead through the chapters and back', FILES, async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: /^1 One at a time/ }).click();
  await expect(page).toHaveURL(/\/en\/one-at-a-time\/?$/);
  await page.getByRole('link', { name: /^Next/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sampling is a lookup' })).toBeVisible();
  await page.getByRole('link', { name: /^Before this/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'One at a time' })).toBeVisible();
});

test('a word opens in place, and Escape closes it', async ({ page }) => {
  await page.goto('/en/sampling-is-a-lookup');
  const meaning = page
    .getByRole('note')
    .filter({ hasText: 'The running sum of the probabilities' });
  await expect(meaning).toBeHidden();
  await page.getByRole('button', { name: 'CDF' }).click();
  await expect(meaning).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(meaning).toBeHidden();
});

test('the glossary is a page, and its entries lead to each other', async ({ page }) => {
  await page.goto('/en/glossary');
  await page.getByRole('link', { name: 'CDF', exact: true }).click();
  await expect(page.locator('#term-cdf')).toBeInViewport();
});

test('1: a call is measured on this device when the reader asks, and no model comes before', async ({
  page,
}) => {
  const models: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).pathname.startsWith('/model/')) models.push(request.url());
  });
  await page.goto('/en/one-at-a-time', { waitUntil: 'networkidle' });
  const cost = page.locator('#cost');
  await expect(cost.getByText(/^Recorded on/)).toBeVisible();
  await cost.scrollIntoViewIfNeeded();
  expect(models).toEqual([]);
  await cost.getByRole('button', { name: 'Measure this device' }).click();
  await expect(cost.getByText(/^Measured just now/)).toBeVisible({ timeout: 60_000 });
  await expect(cost.getByRole('button', { name: 'Measure again' })).toBeVisible({
    timeout: 80_000,
  });
  expect(models.length).toBeGreaterThan(0);
});

test('2: stepping writes letter by letter; turning a number changes its bin', async ({ page }) => {
  await page.goto('/en/sampling-is-a-lookup');
  const letters = page.locator('#letters');
  await expect(letters.getByText(/^Position 1: u = /)).toBeVisible();
  await letters.getByRole('button', { name: 'Step forward' }).click();
  const reading = letters.getByText(/^Position 2: u = /);
  await expect(reading).toBeVisible();
  const before = await reading.textContent();
  await letters.getByRole('slider', { name: 'u 2' }).press('End');
  await expect(reading).not.toHaveText(before ?? '');
});

test('4: another prompt changes joint, product and both numbers', FILES, async ({ page }) => {
  await page.goto('/en/more-heads');
  const joint = page.locator('#joint');
  const information = joint.locator('.cell-numbers dd.figures').first();
  const before = await information.textContent();
  await joint.getByRole('textbox', { name: 'Names that begin with' }).fill('q');
  await expect(information).not.toHaveText(before ?? '');
  await joint.getByText('tales', { exact: true }).click();
  await expect(joint.getByRole('textbox', { name: 'Text before' })).toBeVisible();
  await expect(joint.getByRole('application')).toHaveCount(2);
});

test('7: the proof arrives at both theorems', async ({ page }) => {
  await page.goto('/en/randomness-first');
  const proof = page.locator('#proof');
  const forward = proof.getByRole('button', { name: 'Step forward' });
  await expect(proof.getByRole('status').filter({ hasText: 'Given' })).toBeVisible();
  for (let step = 0; step < 6; step++) await forward.click();
  await expect(proof.locator('.proof-says')).toContainText('Theorem 2');
  await forward.click();
  await forward.click();
  await expect(proof.locator('.proof-says')).toContainText('Theorem 1');
});

test('9: every call of the tree keeps one branch; the race ends in one text', async ({ page }) => {
  await page.goto('/en/kept-exact');
  const tree = page.locator('#tree');
  await expect(tree.getByText(/^This call checked/)).toBeVisible();
  await expect(tree.locator('.tree-branch[data-kept]')).toHaveCount(1);
  const before = await tree.getByText(/^This call checked/).textContent();
  await tree.getByRole('button', { name: 'Step forward' }).click();
  await expect(tree.locator('.tree-branch[data-kept]')).toHaveCount(1);
  await tree.getByRole('button', { name: 'Step forward' }).click();
  await expect(tree.getByText(/^This call checked/)).not.toHaveText(before ?? '');
  await expect(page.locator('#accept')).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const [slug, title] of CHAPTERS) {
    test(`${slug} can be read, its figures are drawn, its depths open`, async ({ page }) => {
      await page.goto(`/en/${slug}`);
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
      for (const figure of await page.locator('figure.panel').all()) {
        await expect(figure.locator('svg').first()).toBeVisible();
      }
      const depth = page.locator('.depth').first();
      await expect(depth.locator('.katex').first()).toBeHidden();
      await depth.locator('summary').click();
      await expect(depth.locator('.katex').first()).toBeVisible();
    });
  }
});
