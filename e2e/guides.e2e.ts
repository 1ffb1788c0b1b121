// The guides in content/embedding.mdx, followed to the letter: pages, courses, notebooks, slides.

import { readFileSync } from 'node:fs';
import { expect, test } from './host';
import { buildDeck } from './slidev';

/** The first code of a guide in content/embedding.mdx, with the address that is served. */
function guide(title: string, site: string): string {
  const text = readFileSync('content/passages/en/embedding.mdx', 'utf8');
  const [, code = ''] = text.split(`### ${title}\n`)[1]?.match(/```\w+\n([\s\S]*?)```/) ?? [];
  expect(code).not.toBe('');
  return code.replaceAll('https://YOUR-FORETOKEN', site);
}

test('the guides for pages, courses and notebooks lead to panels', async ({
  page,
  host,
  baseURL,
}) => {
  const site = baseURL ?? '';
  await page.goto(host.serve(guide('A plain page', site)));
  const cover = page.frameLocator('foretoken-widget iframe');
  await expect(cover.getByRole('button', { name: 'Run the model' })).toBeVisible();
  for (const title of ['Moodle and Canvas', 'Slidev']) {
    await page.goto(host.serve(guide(title, site)));
    const frame = page.frameLocator('iframe');
    await expect(frame.getByRole('button', { name: 'Run the model' })).toBeVisible();
  }
  // Observable's tag makes an element of its HTML.
  const literal = guide('Observable', site).trim();
  await page.goto(
    host.serve(`<script>const html = String.raw; addEventListener('load', () => {
      document.body.innerHTML = ${literal}; });</script>`),
  );
  await expect(
    page.frameLocator('iframe').getByRole('button', { name: 'Run the model' }),
  ).toBeVisible();
  // Jupyter's IFrame writes a frame of its first argument and these two sizes.
  const [, src, width, height] =
    /IFrame\("([^"]+)", width="([^"]+)", height=(\d+)\)/.exec(guide('Jupyter', site)) ?? [];
  await page.goto(
    host.serve(
      `<iframe width="${width}" height="${height}" src="${src}" frameborder="0" allowfullscreen></iframe>`,
    ),
  );
  await expect(
    page.frameLocator('iframe').getByRole('button', { name: 'Run the model' }),
  ).toBeVisible();
});

test('a learning platform hears the height as LTI says it', async ({ page, host, baseURL }) => {
  const listen = `<script>window.told = []; addEventListener('message', ({ data }) =>
    data.subject === 'lti.frameResize' && told.push(data.height));</script>`;
  await page.goto(host.serve(listen + guide('Moodle and Canvas', baseURL ?? '')));
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { told: number[] }).told.at(-1)))
    .toBeGreaterThan(300);
});

test('reveal.js shows a panel on its slide', async ({ page, host, baseURL }) => {
  const folder = 'node_modules/reveal.js/dist';
  const style = ['reset', 'reveal'].map((name) => readFileSync(`${folder}/${name}.css`, 'utf8'));
  const script = readFileSync(`${folder}/reveal.js`, 'utf8').replaceAll('</script', '<\\/script');
  const slides = `<section>First</section>${guide('reveal.js', baseURL ?? '')}`;
  await page.goto(
    host.serve(`<style>${style.join('')}</style>
      <div class="reveal"><div class="slides">${slides}</div></div>
      <script>${script}</script><script>Reveal.initialize({ viewDistance: 1 })</script>`),
  );
  const slide = page.frameLocator('section iframe');
  await expect(page.locator('.reveal.ready')).toHaveCount(1);
  await page.keyboard.press('ArrowRight');
  await expect(slide.getByRole('button', { name: 'Run the model' })).toBeVisible();
  await slide.getByRole('button', { name: 'Step forward' }).click();
  await expect(slide.locator('.status').first()).toContainText('live');
});

test('Slidev shows a panel on its slide', async ({ page, host, baseURL }, { project }) => {
  test.skip(project.name === 'phone', 'a deck is shown on a large screen, and built once');
  test.setTimeout(240_000);
  const deck = buildDeck(`# First\n\n---\n\n${guide('Slidev', baseURL ?? '')}`);
  if (!deck) return test.skip(true, 'npm could not install Slidev; its own message stands above');
  await page.goto(host.serveFolder(deck));
  await expect(page.getByRole('heading', { name: 'First' })).toBeVisible();
  await page.keyboard.press('ArrowRight');
  const slide = page.frameLocator('.slidev-page iframe');
  await slide.getByRole('button', { name: 'Run the model' }).click({ timeout: 20_000 });
  await expect(slide.locator('.status').first()).toContainText('live');
});
