// Where the interface speaks German, it speaks no English: what is in English says so with its `lang`.

import type { Page } from '@playwright/test';
import { expect, FILES, test } from './page';

/** Words that English sentences cannot do without, and that are no German ones. */
const ENGLISH = /\b(the|and|of|is|are|it|this|with|not|that|from|for|by|which|has|have|to)\b/i;

/** Texts and names of what is on the page, outside of code and of what is marked as being in another language. */
async function germanOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const named = ['aria-label', 'aria-valuetext', 'title', 'placeholder', 'alt'];
    const said: string[] = [];
    const walk = (element: Element) => {
      if (['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEXTAREA', 'CODE', 'PRE'].includes(element.tagName))
        return;
      if (element.closest('[lang]')?.getAttribute('lang') !== 'de') return;
      for (const name of named) said.push(element.getAttribute(name) ?? '');
      for (const node of element.childNodes) {
        if (node instanceof Element) walk(node);
        else if (node instanceof Text) said.push(node.data);
      }
    };
    walk(document.body);
    // A blank that is drawn stands only in what a model wrote.
    return [document.title, ...said]
      .map((text) => text.trim())
      .filter((text) => !/^$|␣/.test(text));
  });
}

async function expectGerman(page: Page) {
  const said = await germanOn(page);
  expect(said.length).toBeGreaterThan(10);
  expect(said.filter((text) => ENGLISH.test(text))).toEqual([]);
}

test('an English sentence is noticed', async ({ page }) => {
  await page.goto('/de/check');
  await page.evaluate(() => document.querySelector('main')?.append('The dice are thrown.'));
  expect((await germanOn(page)).filter((text) => ENGLISH.test(text))).toEqual([
    'The dice are thrown.',
  ]);
});

for (const path of [
  '/de',
  '/de/history',
  '/de/glossary',
  '/de/offline',
  '/de/sampling-is-a-lookup',
]) {
  test(`${path} says nothing in English that is not marked so`, FILES, async ({ page }) => {
    await page.goto(path);
    await expectGerman(page);
  });
}

test(
  'a device is checked in German, and leads to the check in English and back',
  FILES,
  async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(Navigator.prototype, 'gpu', { get: () => undefined });
    });
    await page.goto('/de');
    await page.getByRole('link', { name: 'Dieses Gerät prüfen' }).click();
    await expect(page).toHaveURL(/\/de\/check\/?$/);
    await page.getByRole('button', { name: 'Dieses Gerät prüfen' }).click();
    await expect(page.getByRole('main').getByRole('status')).toHaveText(/^Alle \d+ Prüfungen/, {
      timeout: 30_000,
    });
    await expect(page.getByRole('cell', { name: 'stimmt überein' }).first()).toBeVisible();
    await expectGerman(page);
    await page.getByRole('link', { name: 'English' }).click();
    await expect(page).toHaveURL(/\/check\/?$/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Does your device/);
    await page.getByRole('link', { name: 'Deutsch' }).click();
    await expect(page).toHaveURL(/\/de\/check\/?$/);
  },
);
