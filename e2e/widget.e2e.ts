// The outside of embedded panels: the element in pages of others, what the gallery gives to copy, oEmbed and
// snapshots. The guides: guides.e2e.ts.

import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { build } from 'esbuild';
import { MOST_HEIGHT, WIDTH } from '@/components/embed/frame';
import { EMBEDS } from '@/components/panels/embeds';
import { PANELS } from '@/packages/foretoken-embed/src';
import { expect, FILES, test } from './host';
import { expectToFit, graveIn } from './page';

/** The address that this build says everywhere; the one that is served may have another port. */
const BUILT: string = JSON.parse(readFileSync('.next/required-server-files.json', 'utf8')).config
  .env.SITE_URL;

type Driven = HTMLElement & {
  play: () => Promise<null>;
  pause: () => Promise<null>;
  step: (by?: 1 | -1) => Promise<null>;
  set: (query: string) => Promise<string>;
  destroy: () => Promise<void>;
};
type Heard = { heard: { type: string; detail: Record<string, unknown> }[] };

/** A page of somebody else with the element, which keeps every event in `heard`. */
function hostPage(site: string, attributes: string): string {
  return `<script>
    window.heard = [];
    for (const type of ['ready', 'step', 'change', 'error'])
      addEventListener(type, ({ detail }) => detail && heard.push({ type, detail }), true);
  </script>
  <script async src="${site}/embed.js"></script>
  <foretoken-widget ${attributes}><a href="${site}">A figure</a></foretoken-widget>`;
}

function heard(page: Page, type: string) {
  return page.evaluate(
    (wanted) => (window as unknown as Heard).heard.filter((event) => event.type === wanted),
    type,
  );
}

/** Runs in the page: a method of the element, its answer or its fault. */
function call(page: Page, name: string, argument?: unknown) {
  return page.evaluate(
    ([method, value]) => {
      const widget = document.querySelector('foretoken-widget') as unknown as Record<
        string,
        (given?: unknown) => Promise<unknown>
      >;
      const made = widget[method as string]?.(value) ?? Promise.reject(new Error('no method'));
      return made.then(
        (answer) => answer ?? null,
        (fault: Error) => ({ fault: fault.message }),
      );
    },
    [name, argument],
  );
}

for (const sandbox of ['', ' sandbox']) {
  const title = `a page of others drives a panel and hears it${sandbox && ', in a sandbox'}`;
  // A frame without an origin needs a header, which a host of files may not send.
  test(title, sandbox ? {} : FILES, async ({ page, host, baseURL, complaints }) => {
    await page.goto(host.serve(hostPage(baseURL ?? '', `panel="letters"${sandbox}`)));
    await expect.poll(() => heard(page, 'ready')).toMatchObject([{ detail: { panel: 'letters' } }]);
    const inside = page.frameLocator('foretoken-widget iframe');
    await expect(inside.getByText(/^Position 1: u = /)).toBeVisible();

    const height = () =>
      page
        .locator('foretoken-widget iframe')
        .evaluate((frame) => [
          frame.clientHeight,
          (frame.getRootNode() as ShadowRoot).host.clientHeight,
        ]);
    const first = 420;
    await expect.poll(async () => (await height())[0]).toBeGreaterThan(first);
    const [own, round] = await height();
    expect(own).toBe(round);

    expect(await call(page, 'step')).toBeNull();
    await expect(inside.getByText(/^Position 2: u = /)).toBeVisible();
    await expect
      .poll(() => heard(page, 'step'))
      .toContainEqual(expect.objectContaining({ detail: expect.objectContaining({ step: 2 }) }));
    expect(await call(page, 'step', -1)).toBeNull();
    await expect(inside.getByText(/^Position 1: u = /)).toBeVisible();

    expect(await call(page, 'set', 'v=2&names.seed=9')).toBe('v=2&names.seed=9');
    await expect(inside.getByLabel('Seed')).toHaveValue('9');
    await expect
      .poll(() => heard(page, 'change'))
      .toContainEqual(expect.objectContaining({ detail: { query: 'v=2&names.seed=9' } }));

    expect(await call(page, 'play')).toBeNull();
    await expect(inside.getByText(/^Position [2-9]: u = /)).toBeVisible();
    expect(await call(page, 'pause')).toBeNull();
    await expect(inside.getByRole('button', { name: 'Play' })).toBeVisible();

    expect(await call(page, 'snapshot')).toEqual({
      svg: expect.stringMatching(/^<svg[\s\S]*<\/svg>\s*$/),
    });
    expect(await call(page, 'snapshot', 'png')).toEqual({
      png: expect.stringMatching(/^data:image\/png;base64,/),
    });

    expect(await call(page, 'destroy')).toBeNull();
    await expect(page.locator('foretoken-widget iframe')).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'A figure' })).toBeVisible();
    expect(await heard(page, 'error')).toEqual([]);
    expect(complaints.errors).toEqual([]);
  });
}

test('what goes wrong is said: a panel that cannot play, a query, a panel that is none', async ({
  page,
  host,
  baseURL,
}) => {
  await page.goto(host.serve(hostPage(baseURL ?? '', 'panel="cost"')));
  expect(await call(page, 'play')).toEqual({ fault: expect.stringContaining('nothing to play') });
  await call(page, 'set', 'v=2&names.seed=x');
  await expect
    .poll(() => heard(page, 'error'))
    .toContainEqual(
      expect.objectContaining({ detail: { fault: expect.stringContaining('names.seed') } }),
    );
  await page.goto(host.serve(hostPage(baseURL ?? '', 'panel="clock"')));
  await expect
    .poll(() => heard(page, 'error'))
    .toMatchObject([{ detail: { fault: expect.stringContaining('allowed: cover, aux') } }]);
});

test('properties mirror attributes, and a frame loads only when the reader comes near', async ({
  page,
  host,
  baseURL,
}) => {
  const far = '<div style="height: 4000px"></div>';
  const site = baseURL ?? '';
  await page.goto(host.serve(far + hostPage(site, 'panel="cover" theme="dark"')));
  await page.waitForFunction(() => customElements.get('foretoken-widget'));
  const widget = page.locator('foretoken-widget');
  await expect(widget.locator('iframe')).toHaveCount(0);
  await widget.evaluate((element) => Object.assign(element, { panel: 'aux', autostart: true }));
  await expect(widget).toHaveAttribute('panel', 'aux');
  await expect(widget).toHaveAttribute('autostart', '');
  await widget.evaluate((element) => Object.assign(element, { autostart: false }));
  await widget.scrollIntoViewIfNeeded();
  await expect(widget.locator('iframe')).toHaveAttribute('src', `${site}/embed/aux?theme=dark`);
  await expect.poll(() => heard(page, 'ready')).toHaveLength(1);
});

test('a page that is itself in a sandbox can hold the element', async ({ page, host, baseURL }) => {
  const inner = hostPage(baseURL ?? '', 'panel="proof"').replaceAll('"', '&quot;');
  await page.goto(
    host.serve(
      `<iframe sandbox="allow-scripts" srcdoc="${inner}" width="800" height="800"></iframe>`,
    ),
  );
  const widget = page.frameLocator('iframe').frameLocator('foretoken-widget iframe');
  await expect(widget.getByRole('button', { name: 'Step forward' })).toBeVisible();
  const [, middle] = page.frames();
  await expect
    .poll(() => middle?.evaluate(() => (window as unknown as Heard).heard.map(({ type }) => type)))
    .toEqual(['ready']);
});

test('the React component hears events, and its ref has the methods', async ({
  page,
  host,
  baseURL,
}) => {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { createRoot } from 'react-dom/client';
        import { ForetokenWidget } from './packages/foretoken-embed/src/react';
        window.heard = [];
        const note = ({ type, detail }) => window.heard.push({ type, detail });
        createRoot(document.querySelector('#root')).render(
          <ForetokenWidget panel="letters" site="${baseURL}" ref={(element) => { window.widget = element }}
            onReady={note} onStep={note} onChange={note} onError={note} />);`,
      resolveDir: process.cwd(),
      loader: 'tsx',
    },
    bundle: true,
    write: false,
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const script = (outputFiles[0]?.text ?? '').replaceAll('</script', '<\\/script');
  await page.goto(host.serve(`<div id="root"></div><script>${script}</script>`));
  await expect.poll(() => heard(page, 'ready')).toHaveLength(1);
  await page.evaluate(() => (window as unknown as { widget: Driven }).widget.step());
  await expect.poll(async () => (await heard(page, 'step')).length).toBeGreaterThan(0);
});

test.describe('the gallery', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  for (const kind of ['Element', 'Frame'] as const) {
    test(`what it copies (${kind}) is all that another page needs`, async ({
      page,
      host,
      baseURL,
      complaints,
    }) => {
      await page.goto('/embed');
      await page.getByLabel('Panel', { exact: true }).selectOption('letters');
      const builder = page.locator('#builder');
      const preview = builder.frameLocator('foretoken-widget iframe');
      await expect(preview.getByText(/^Position 1: u = /)).toBeVisible();
      await builder.getByLabel('Seed').first().fill('9');
      await builder.getByLabel('Seed').first().press('Enter');
      await expect(preview.getByLabel('Seed')).toHaveValue('9');
      await builder.getByRole('button', { name: `Copy ${kind}` }).click();
      await expect(builder.getByText('Copied.')).toBeVisible();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toContain(BUILT);

      await page.goto(host.serve(copied.replaceAll(BUILT, baseURL ?? '')));
      const inside = page.frameLocator(kind === 'Element' ? 'foretoken-widget iframe' : 'iframe');
      await inside.getByRole('button', { name: 'Run the model' }).click();
      await expect(inside.locator('.status').first()).toContainText('live');
      await expect(inside.getByLabel('Seed')).toHaveValue('9');
      expect(complaints.errors).toEqual([]);
    });
  }

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`it fits the screen, and axe finds nothing serious on ${colorScheme} paper`, async ({
      page,
      complaints,
    }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.goto('/embed', { waitUntil: 'networkidle' });
      await expectToFit(page);
      const axe = new AxeBuilder({ page }).exclude('foretoken-widget');
      expect(await graveIn(page, axe)).toEqual([]);
      expect(complaints.errors).toEqual([]);
    });
  }

  test('every panel is a picture that is there, on either paper, and no frame', async ({
    page,
  }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto('/embed');
      const shown = page.locator(`.gallery-picture.for-${colorScheme}`);
      await expect(shown).toHaveCount(PANELS.length);
      for (const picture of await shown.all()) {
        await picture.scrollIntoViewIfNeeded();
        await expect(picture).toHaveJSProperty('complete', true);
        expect(await picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(
          688,
        );
      }
    }
    await expect(page.locator('.gallery iframe')).toHaveCount(0);
    expect(asked.filter((url) => url.includes('/model/'))).toEqual([]);
  });

  test('what is done in the preview is in the codes', async ({ page }) => {
    await page.goto('/embed');
    const builder = page.locator('#builder');
    const preview = builder.frameLocator('foretoken-widget iframe');
    await preview.getByRole('button', { name: 'Run the model' }).click();
    await preview.getByRole('button', { name: 'Throw the dice' }).click();
    await expect(builder.locator('[data-code="iframe"]')).toContainText('names.seed=');
  });
});

test('every chapter and every panel lead to their oEmbed answer', async ({ page, request }) => {
  for (const path of ['/', '/en/kept-exact', '/en/one-at-a-time', '/embed/cover']) {
    await page.goto(path);
    const link = page.locator('link[type="application/json+oembed"]');
    const href = (await link.getAttribute('href')) ?? '';
    expect(href.startsWith(`${BUILT}/oembed?url=`)).toBe(true);
    const answer = await request.get(href.replace(BUILT, ''));
    expect(await answer.json()).toMatchObject({ type: 'rich', version: '1.0' });
  }
  const file = await request.get('/oembed/cover.json');
  expect(await file.json()).toMatchObject({ type: 'rich', version: '1.0' });
  expect((await request.get('/oembed?url=https://elsewhere.example/')).status()).toBe(404);
  expect((await request.get(`/oembed?url=${BUILT}/embed/cover&format=xml`)).status()).toBe(501);
});

test('heights that oEmbed says are those of the panels', async ({ page, host, baseURL }, info) => {
  test.skip(info.project.name === 'phone', 'they are for a width that a phone has not');
  const listen = `<script>addEventListener('message', ({ data }) => {
    if (data.event === 'height') window.told = data.height; });</script>`;
  const wrong: Record<string, number> = {};
  for (const panel of PANELS) {
    const frame = `<iframe src="${baseURL}/embed/${panel}" width="${WIDTH}" height="300"></iframe>`;
    await page.goto(host.serve(listen + frame));
    await page.waitForFunction(() => 'told' in window);
    await page.frameLocator('iframe').getByRole('button', { name: 'Run the model' }).waitFor();
    const told = await page.evaluate(() => (window as unknown as { told: number }).told);
    const spare = EMBEDS[panel].height - Math.min(told, MOST_HEIGHT);
    if (spare < 0 || spare > 60) wrong[panel] = told;
  }
  expect(wrong).toEqual({});
});

test('a snapshot is a picture of the run that its address asks for', async ({ page, request }) => {
  const svg = await request.get('/snapshot/cover.svg?v=2&names.seed=9');
  expect(svg.headers()['content-type']).toContain('image/svg+xml');
  expect(svg.headers()['access-control-allow-origin']).toBe('*');
  const text = await svg.text();
  expect(text).toContain('seed 9');
  expect(text).toContain('2512.21323');
  const png = await request.get('/snapshot/cover.png?v=2&names.seed=9');
  expect((await png.body()).subarray(1, 4).toString()).toBe('PNG');
  expect((await request.get('/snapshot/clock.svg')).status()).toBe(404);
  expect((await request.get('/snapshot/cover.svg?names.seed=x')).status()).toBe(400);
  await page.goto('/snapshot/proof.svg?theme=dark');
  await expect(page.locator('svg title').first()).toHaveText('Both theorems, step by step');
});
