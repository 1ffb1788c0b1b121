// Embedded panels in the pages of others: sandboxed, under a strict policy, driven over the port, many at
// once, and gone without a trace.

import type { CDPSession, FrameLocator, Page } from '@playwright/test';
import { codesOf } from '@/components/gallery/codes';
import { EMBED_NAMES } from '@/components/panels/embeds';
import { expect, FILES, test } from './host';

const sign = (frame: FrameLocator) => frame.locator('.status').first();
const wake = (frame: FrameLocator) => frame.getByRole('button', { name: 'Run the model' });

function frame(src: string, attributes = 'width="700" height="700"') {
  return `<iframe title="A panel" src="${src}" ${attributes}></iframe>`;
}

/** How many workers of ours the browser runs, of either kind. */
async function workers(browser: CDPSession): Promise<number> {
  const { targetInfos } = await browser.send('Target.getTargets');
  return targetInfos.filter(({ type, url }) => /worker/.test(type) && !url.includes('_next'))
    .length;
}

// biome-ignore lint/correctness/noEmptyPattern: Playwright reads what is needed from the pattern
test.beforeEach(({}, { project }) => {
  test.skip(project.name === 'phone', 'the host has the screen, and sets its width itself');
});

test('without an origin and without storage the model runs', async ({
  page,
  host,
  baseURL,
  complaints,
}) => {
  const src = `${baseURL}/embed/cover?theme=dark`;
  await page.goto(host.serve(frame(src, 'sandbox="allow-scripts" width="700" height="700"')));
  const inside = page.frameLocator('iframe');
  await expect(inside.locator('html')).toHaveAttribute('data-theme', 'dark');
  await wake(inside).click();
  await expect(sign(inside)).toContainText('live');
  await inside.getByRole('button', { name: 'Throw the dice' }).click();
  await expect(inside.getByLabel('Seed')).not.toHaveValue('188');
  await expect(sign(inside)).toContainText('live');
  expect(complaints.errors).toEqual([]);
});

test(
  'a host that forbids everything but the frame is enough',
  FILES,
  async ({ page, host, baseURL, complaints }) => {
    const policy = `default-src 'none'; frame-src ${new URL(baseURL ?? '').origin}`;
    const html = frame(`${baseURL}/embed/letters`);
    await page.goto(host.serve(html, { 'Content-Security-Policy': policy }));
    const inside = page.frameLocator('iframe');
    await wake(inside).click();
    await expect(sign(inside)).toContainText('live');
    expect(complaints.errors).toEqual([]);
  },
);

test('a host with the gallery’s script for heights sees no scroll bar, and no growth', async ({
  page,
  host,
  baseURL,
}) => {
  const script = `<script>const told = (window.told = []);
    addEventListener('message', ({ data }) => told.push(data));</script>`;
  const copied = codesOf({ panel: 'accept', query: '', look: {}, title: 'A panel' }).height;
  const html = `<style>body { margin: 0 } iframe { border: 0; width: 100%; display: block }</style>${script}${copied}`;
  await page.goto(host.serve(html + frame(`${baseURL}/embed/accept#?secret=aB3xY9zQ12`, '')));
  const inside = page.frameLocator('iframe');
  const heights = () =>
    page.evaluate(() =>
      (window as unknown as { told: { event?: string; height: number }[] }).told
        .filter(({ event }) => event === 'height')
        .map(({ height }) => height),
    );
  const root = inside.locator('html');
  async function expectNoScrollBar(state: string) {
    for (const width of [320, 390, 768, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      const down = () =>
        root.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight);
      await expect.poll(down, `${state}, ${width} down`).toBeLessThanOrEqual(0);
      const across = await root.evaluate((html) => html.scrollWidth - html.clientWidth);
      expect(across, `${state}, ${width} across`).toBeLessThanOrEqual(0);
    }
  }
  await expectNoScrollBar('recorded');
  await wake(inside).click();
  await expect(sign(inside)).toContainText('live');
  await expectNoScrollBar('live');
  const count = (await heights()).length;
  await page.waitForTimeout(1000);
  expect((await heights()).length, 'it does not grow').toBe(count);
  const told = await page.evaluate(() => (window as unknown as { told: unknown[] }).told);
  const height = (await heights()).at(-1);
  expect(told).toContainEqual({ foretoken: 1, event: 'hello', panel: 'accept' });
  expect(told).toContainEqual({ subject: 'lti.frameResize', height });
  expect(told).toContainEqual({ message: 'height', value: height, secret: 'aB3xY9zQ12' });
});

/** A host's script that connects to its one frame and keeps what it hears. */
const LINE = `<script>
  const heard = (window.heard = []);
  let count = 0;
  const answers = new Map();
  addEventListener('message', ({ data, source }) => {
    if (data.foretoken !== 1 || data.event !== 'hello') return;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => (data.id ? answers.get(data.id)(data) : heard.push(data));
    window.ask = (call, given) => new Promise((answer) => {
      answers.set(++count, answer);
      port1.postMessage({ id: count, call, with: given });
    });
    source.postMessage({ foretoken: 1, connect: true }, '*', [port2]);
  });
</script>`;

type Line = {
  ask: (call: string, given?: unknown) => Promise<Record<string, unknown>>;
  heard: { event: string }[];
};

const ask = (page: Page, call: string, given?: unknown) =>
  page.evaluate(
    ([name, value]) => (window as unknown as Line).ask(name as string, value),
    [call, given],
  );
const events = (page: Page) =>
  page.evaluate(() => (window as unknown as Line).heard.map(({ event }) => event));

test('a host drives every call and hears every event', async ({ page, host, baseURL }) => {
  await page.goto(
    host.serve(
      LINE + frame(`${baseURL}/embed/accept`, 'sandbox="allow-scripts" width="700" height="900"'),
    ),
  );
  await expect.poll(() => events(page)).toContain('ready');
  const inside = page.frameLocator('iframe');

  const set = await ask(page, 'set', 'v=2&tales.seed=11&theme=dark');
  expect(set.value).toBe('v=2&tales.seed=11');
  await expect(inside.getByLabel('Seed')).toHaveValue('11');
  await expect(inside.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(sign(inside)).toContainText('live');

  await ask(page, 'set', 'v=2&tales.seed=11&round=2');
  expect((await ask(page, 'step', -1)).value).toBeNull();
  await expect(inside.getByText(/round 1 of/).first()).toBeVisible();
  expect((await ask(page, 'play')).value).toBeNull();
  await expect(inside.getByText(/round 3 of/).first()).toBeVisible();
  expect((await ask(page, 'pause')).value).toBeNull();
  await expect(inside.getByRole('button', { name: 'Play' })).toBeVisible();

  const { svg } = (await ask(page, 'snapshot')).value as { svg: string };
  expect(svg).toMatch(/^<svg .*seed 11.*2512\.21323.*<\/svg>/s);
  const { png } = (await ask(page, 'snapshot', 'png')).value as { png: string };
  expect(png).toMatch(/^data:image\/png;base64,.{1000}/);

  expect((await ask(page, 'set', 'names.seed=<b>')).value).toBe('');
  expect((await ask(page, 'fly')).fault).toContain('no such call');
  for (const event of ['awake', 'change', 'step', 'height', 'error']) {
    expect(await events(page)).toContain(event);
  }
  expect((await ask(page, 'destroy')).value).toBeNull();
  await expect(inside.locator('#figure')).toHaveCount(0);
});

test('frames of one origin share a worker, which sleeps when none is seen', async ({
  page,
  browser,
  host,
  baseURL,
}) => {
  const cdp = await browser.newBrowserCDPSession();
  const two = frame(`${baseURL}/embed/cover`) + frame(`${baseURL}/embed/aux`);
  await page.goto(host.serve(`${LINE}${two}<div style="height: 5000px"></div>`));
  for (const place of [0, 1]) {
    const inside = page.frameLocator('iframe').nth(place);
    await wake(inside).click();
    await expect(sign(inside)).toContainText('live');
  }
  expect(await workers(cdp)).toBe(1);
  await page.evaluate(() => scrollTo(0, 5000));
  await expect.poll(() => events(page)).toContain('asleep');
  await page.evaluate(() => scrollTo(0, 0));
  const inside = page.frameLocator('iframe').first();
  await inside.getByRole('button', { name: 'Throw the dice' }).click();
  await expect(inside.getByLabel('Seed')).not.toHaveValue('188');
  await expect(sign(inside)).toContainText('live');
  await page.evaluate(() => document.body.replaceChildren());
  await expect.poll(() => workers(cdp)).toBe(0);
});

test('where workers cannot be shared, two frames at most are awake', async ({
  page,
  browser,
  host,
  baseURL,
}) => {
  await page.addInitScript(() => Reflect.deleteProperty(self, 'SharedWorker'));
  const cdp = await browser.newBrowserCDPSession();
  await page.goto(
    host.serve(frame(`${baseURL}/embed/cover`, 'width="400" height="250"').repeat(3)),
  );
  for (const place of [0, 1, 2]) {
    const inside = page.frameLocator('iframe').nth(place);
    await wake(inside).click();
    await expect(sign(inside)).toContainText('live');
  }
  await expect.poll(() => workers(cdp)).toBe(2);
});

test('fifty frames come and go, and leave nothing', async ({ page, browser, host, baseURL }) => {
  test.slow();
  const cdp = await browser.newBrowserCDPSession();
  const own = await page.context().newCDPSession(page);
  await own.send('Performance.enable');
  await page.goto(host.serve('<main></main>'));
  const src = `${baseURL}/embed/aux?autostart`;
  async function mount() {
    await page.evaluate((address) => {
      const made = Object.assign(document.createElement('iframe'), {
        src: address,
        title: 'A panel',
      });
      document.querySelector('main')?.replaceChildren(made);
    }, src);
    await expect(sign(page.frameLocator('iframe'))).toContainText('live');
    await page.evaluate(() => document.querySelector('main')?.replaceChildren());
  }
  async function measure() {
    await own.send('HeapProfiler.collectGarbage');
    const { metrics } = await own.send('Performance.getMetrics');
    const metric = (name: string) =>
      metrics.find((found) => found.name === name)?.value ?? Number.NaN;
    return {
      documents: metric('Documents'),
      frames: metric('Frames'),
      heap: metric('JSHeapUsedSize'),
    };
  }
  for (let k = 0; k < 5; k++) await mount();
  const before = await measure();
  for (let k = 0; k < 50; k++) await mount();
  await expect.poll(() => workers(cdp)).toBe(0);
  await expect.poll(async () => (await measure()).documents).toBeLessThanOrEqual(before.documents);
  const after = await measure();
  expect(after.frames).toBeLessThanOrEqual(before.frames);
  expect(after.heap).toBeLessThan(before.heap * 1.25);
});

test('a page with twenty panels stays responsive', async ({ page, host, baseURL }) => {
  const all = Array.from({ length: 20 }, (_, k) => EMBED_NAMES[k % EMBED_NAMES.length] ?? 'cover');
  const frames = all.map((name) =>
    frame(`${baseURL}/embed/${name}?autostart`, 'width="600" height="400" loading="lazy"'),
  );
  await page.goto(host.serve(frames.join('')));
  const first = page.frameLocator('iframe').first();
  await expect(sign(first)).toContainText('live');
  // Frames that are due, while every panel in sight wakes and computes.
  const longest = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const times: number[] = [];
        const tick = (now: number) => {
          times.push(now);
          scrollBy(0, 40);
          if (times.length < 90) requestAnimationFrame(tick);
          else resolve(Math.max(...times.slice(1).map((time, k) => time - (times[k] ?? time))));
        };
        requestAnimationFrame(tick);
      }),
  );
  expect(longest, 'ms between two frames of the host').toBeLessThan(1000);
});
