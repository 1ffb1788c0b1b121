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
      const german = element.closest('[lang]')?.getAttribute('lang') === 'de';
      if (german) for (const name of named) said.push(element.getAttribute(name) ?? '');
      for (const node of element.childNodes) {
        if (node instanceof Element) walk(node);
        else if (german && node instanceof Text) said.push(node.data);
      }
    };
    walk(document.body);
    // A blank that is drawn stands only in what a model wrote.
    if (document.documentElement.lang === 'de') said.push(document.title);
    return said.map((text) => text.trim()).filter((text) => !/^$|␣/.test(text));
  });
}

async function expectGerman(page: Page, least = 10) {
  const said = await germanOn(page);
  expect(said.length).toBeGreaterThan(least);
  expect(said.filter((text) => ENGLISH.test(text))).toEqual([]);
}

test('an English sentence is noticed, and one that is marked as such is let be', async ({
  page,
}) => {
  await page.setContent(`<html lang="de"><title>Der Titel</title><p aria-label="The name">Die Würfel</p>
    <p>The dice are thrown.</p><p lang="en">The dice <b>of</b> the model</p>`);
  expect((await germanOn(page)).filter((text) => ENGLISH.test(text))).toEqual([
    'The name',
    'The dice are thrown.',
  ]);
});

for (const path of [
  '/de',
  '/de/history',
  '/de/glossary',
  '/de/offline',
  '/de/sampling-is-a-lookup',
  '/de/kept-exact',
]) {
  test(`${path} says nothing in English that is not marked so`, FILES, async ({ page }) => {
    await page.goto(path);
    await expectGerman(page);
  });
}

const LINK = 'names.seed=x&names.u=0=2&joint=&heads=2&code.lookup=1&code.lookup=2';

test('what a link has wrong is said in German, on a page and in a frame', async ({ page }) => {
  const counted = (count: number) => `${count} Angaben in diesem Link lassen sich nicht lesen.`;
  await page.goto(`/de/sampling-is-a-lookup?${LINK}`);
  await expect(page.locator('.notice')).toContainText(
    `${counted(5)} names.seed: „x“; erlaubt: eine ganze Zahl von 0 bis`,
  );
  await expectGerman(page);
  await page.goto(`/embed/de/cover?${LINK}&theme=black`);
  await expect(page.locator('#news')).toContainText(`${counted(6)} theme: „black“; erlaubt: light`);
  await expectGerman(page);
});

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

test('an address that leads nowhere says so in every language', async ({ page }) => {
  expect((await page.goto('/de/nonsense'))?.status()).toBe(404);
  const german = page.locator('section[lang="de"]');
  await expect(german).toContainText('Hier gibt es keine Seite');
  await expect(page.locator('section[lang="en"]')).toContainText('There is no page here');
  await expectGerman(page, 2);
  await german.getByRole('link', { name: 'Das Notizbuch' }).click();
  await expect(page).toHaveURL(/\/de\/?$/);
});

test('a fault, and why the CPU runs, are told in German', async ({ page }) => {
  await page.goto('/de/sampling-is-a-lookup');
  const figure = page.locator('#letters');
  await figure.getByRole('button', { name: 'CPU, WebAssembly' }).click();
  await expect(figure.getByText(/^WebGPU bietet hier nur ein Programm/)).toBeVisible();
  await expectGerman(page);
});

test('files of a model that do not come are named in German', async ({ page }) => {
  await page.route('**/model/names/*', (route) => route.abort());
  await page.goto('/de/sampling-is-a-lookup');
  const note = page.locator('#letters .provenance-note');
  await expect(note).toContainText('Eine Datei des Modells ließ sich nicht holen.');
  await expect(note.locator('[lang="en"]')).toContainText('names/');
  await expectGerman(page);
});

test('what a prompt has wrong is said in German, and tables have a comma', async ({ page }) => {
  await page.goto('/de');
  await page.locator('#accept').scrollIntoViewIfNeeded();
  await page.locator('#accept').getByLabel('Prompt', { exact: true }).fill('ein Igel läuft');
  await expect(page.locator('#accept .prompt-note')).toContainText('„ä“ (U+00E4); erlaubt: die');
  const table = page.locator('#aux .panel-table');
  await table.locator('summary').click();
  await expect(table.locator('tbody td').nth(1)).toHaveText(/^0,\d{3}$/);
});
