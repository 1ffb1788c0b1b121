// An export on a host that serves files and does nothing else. What it does as the served site does is in the
// journeys tagged FILES; a project of Playwright's is called as the folder of the export.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { oembedFile } from '@/components/embed/page-parts';
import { expect, FILES, test } from './page';

test.describe('an export', FILES, () => {
  const inFolder = (path: string) => join(test.info().project.name, path);

  function pages(): Map<string, string> {
    const folder = inFolder('');
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.html'),
    );
    return new Map(names.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
  }

  test('every address of ours in its pages is below its own, and leads to a file', ({
    baseURL,
  }) => {
    const { origin, pathname } = new URL(`${baseURL}/`);
    const wrong = new Map<string, string>();
    let count = 0;
    for (const [page, html] of pages()) {
      for (const [, written = ''] of html.matchAll(/ (?:href|src|content)="([^"]+)"/g)) {
        const url = new URL(written.replaceAll('&amp;', '&'), `${baseURL}/${page}`);
        const plain = /^(\/|\w+:)/.test(written);
        if (url.origin !== origin || !plain) continue;
        count += 1;
        const path = decodeURIComponent(url.pathname);
        const file = path.slice(pathname.length) + (path.endsWith('/') ? 'index.html' : '');
        if (!path.startsWith(pathname) || !/\.\w+$/.test(file) || !existsSync(inFolder(file)))
          wrong.set(written, page);
      }
    }
    expect(count).toBeGreaterThan(1000);
    expect(Object.fromEntries(wrong)).toEqual({});
  });

  test('every page carries its policy, behind its encoding and before its first script', () => {
    const found = pages();
    expect(found.size).toBeGreaterThan(60);
    for (const [page, html] of found) {
      const [, policy = ''] =
        /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html) ?? [];
      const allowed = page.startsWith('code-cell')
        ? /blob:/
        : /script-src 'self' 'wasm-unsafe-eval'/;
      expect(policy, page).toMatch(allowed);
      if (!page.startsWith('code-cell'))
        expect(policy, page).not.toMatch(/script-src[^;]*'unsafe-/);
      expect(html.indexOf('Content-Security-Policy'), page).toBeLessThan(html.indexOf('<script'));
      expect(html.slice(0, 1024), page).toMatch(/<meta charset="utf-8"/i);
    }
  });

  test('the model runs on its first page, from its own files', async ({
    page,
    complaints,
    baseURL,
  }) => {
    const weights: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('.safetensors')) weights.push(request.url());
    });
    await page.goto('/');
    await expect(page.locator('.cover-panel .status')).toContainText('live');
    expect(weights[0]).toMatch(new RegExp(`^${baseURL}/model/names/`));
    expect(complaints).toEqual({ errors: [], elsewhere: [] });
  });

  test('each notebook is there to be taken along', async ({ page }) => {
    await page.goto('/en/kept-exact');
    const link = page.getByRole('link', { name: /Python notebook/ });
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(JSON.parse(readFileSync(await download.path(), 'utf8')).nbformat).toBe(4);
  });

  test('oEmbed answers are files, which the heads of pages name', async ({
    page,
    request,
    baseURL,
  }) => {
    for (const [path, panel, locale] of [
      ['/', 'cover', 'en'],
      ['/en/kept-exact/', 'accept', 'en'],
      ['/de/kept-exact/', 'accept', 'de'],
      ['/embed/aux/', 'aux', 'en'],
    ] as const) {
      await page.goto(path);
      const link = page.locator('link[type="application/json+oembed"]');
      const address = baseURL + oembedFile(panel, locale);
      await expect(link).toHaveAttribute('href', address);
      const answer = await (await request.get(address)).json();
      expect(answer).toMatchObject({ type: 'rich', version: '1.0' });
      expect(answer.html).toContain(
        `src="${baseURL}/embed/${panel}${locale === 'de' ? '?lang=de' : ''}"`,
      );
    }
  });

  test('the gallery gives to copy what works without a server', async ({
    page,
    complaints,
    baseURL,
  }) => {
    await page.goto('/embed');
    const builder = page.locator('#builder');
    const preview = builder.frameLocator('foretoken-widget iframe');
    await preview.getByRole('button', { name: 'Run the model' }).click();
    await expect(preview.locator('.status').first()).toContainText('live');
    const codes = await builder.locator('[data-code]').allTextContents();
    // An element, a frame, a link; and a script for the heights of frames, which names no address.
    expect(codes.filter((code) => code.includes(`${baseURL}/embed`))).toHaveLength(3);
    expect(codes).toHaveLength(4);
    for (const code of codes) expect(code).not.toMatch(/\/snapshot\/|\/oembed\?/);
    expect(complaints).toEqual({ errors: [], elsewhere: [] });
  });

  test('the classroom says what needs a server, and offers no room', async ({ page }) => {
    await page.goto('/classroom');
    await expect(page.getByText('A room with phones needs its server')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Open a room' })).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'On this device alone' })).toHaveCount(3);
  });
});
