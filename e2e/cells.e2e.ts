// A figure as a cell: its link, its files, its runs put aside; questions, lit words, and code that readers write.

import { readFileSync } from 'node:fs';
import type { Download, Locator, Page } from '@playwright/test';
import { expect, FILES, test } from './page';

const CHAPTER = '/en/sampling-is-a-lookup';
const figure = (page: Page, id: string) => page.locator(`#${id}`);

async function untilLive(page: Page, id: string): Promise<void> {
  await figure(page, id).scrollIntoViewIfNeeded();
  await expect(figure(page, id).locator('.status[data-kind="live"]').first()).toBeVisible();
}

async function openMenu(page: Page, id: string) {
  await figure(page, id)
    .getByRole('button', { name: /^More about/ })
    .click();
  await expect(menuOf(page, id)).toBeVisible();
  return (name: string) => menuOf(page, id).getByRole('button', { name, exact: true });
}

const menuOf = (page: Page, id: string) => figure(page, id).locator('.cell-menu fieldset');

/** Chooses something of a figure's menu, which closes with it. */
async function choose(page: Page, id: string, name: string): Promise<void> {
  const item = await openMenu(page, id);
  await item(name).click();
  await expect(menuOf(page, id)).toBeHidden();
}

async function contentOf(page: Page, press: () => Promise<void>): Promise<[Download, Buffer]> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return [download, readFileSync(await download.path())];
}

test('a copied link opens the figure in the very same state', FILES, async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${CHAPTER}?v=2&names.u=1=0.2`);
  await untilLive(page, 'letters');
  const forward = figure(page, 'letters').getByRole('button', { name: 'Step forward' });
  await forward.click();
  await forward.click();
  const read = figure(page, 'letters').locator('.cell-reading');
  await expect(read).toContainText('Position 3');
  const said = (await read.textContent()) ?? '';
  await choose(page, 'letters', 'Copy link');
  await expect(figure(page, 'letters').getByText('The link is copied')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/\?v=2&names\.u=1=0\.2&letter=3#letters$/);
  const other = await context.newPage();
  await other.goto(link);
  await untilLive(other, 'letters');
  await expect(other.locator('#letters .cell-reading')).toHaveText(said);
});

test('picture, table and run are files with seed, version and citation inside', async ({
  page,
}) => {
  await page.goto(`${CHAPTER}?v=2&names.seed=42`);
  await untilLive(page, 'aux');
  const taken = (name: string) => contentOf(page, () => choose(page, 'aux', name));

  const [svg, drawn] = await taken('Save picture (SVG)');
  expect(svg.suggestedFilename()).toBe('foretoken-aux-42.svg');
  const picture = drawn.toString();
  // It is an SVG that stands alone: no HTML inside, and nothing of the page's style sheet.
  const problems = await page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
    const foreign = parsed.querySelectorAll('parsererror, foreignObject, script, [class], [style]');
    return Array.from(foreign, (element) => element.outerHTML.slice(0, 80));
  }, picture);
  expect(problems).toEqual([]);
  expect(picture).not.toContain('var(--');
  expect(picture).toMatch(
    /<desc>Foretoken \d+\.\d+\.\d+: names, [^<]*seed 42[^<]*arXiv 2512\.21323/,
  );

  const [, png] = await taken('Save picture (PNG)');
  const width = Number(/^<svg[^>]* width="(\d+)"/.exec(picture)?.[1]);
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png.readUInt32BE(16)).toBe(2 * width);

  const [, csv] = await taken('Save table (CSV)');
  const lines = csv.toString().split('\r\n');
  expect(lines.filter((line) => line.startsWith('# ')).join()).toMatch(/seed 42.*2512\.21323/);
  const rows = lines.filter((line) => /^\d+,0\.\d{3},/.test(line));
  expect(rows).toHaveLength(await figure(page, 'aux').locator('.ruler').count());

  const [, json] = await taken('Save run (JSON)');
  const file = JSON.parse(json.toString());
  expect(file).toMatchObject({ kind: 'foretoken-trace', address: 'v=2&names.seed=42' });
  expect(file.citation).toContain('2512.21323');
  expect(file.traces[0].seed).toBe(42);
});

test('a saved run is opened again, stays until it is run, and a damaged one is named', async ({
  page,
}) => {
  await page.goto(`${CHAPTER}?v=2&names.seed=42`);
  await untilLive(page, 'aux');
  const letters = () => figure(page, 'aux').locator('.aux-pick .chip').allTextContents();
  const before = await letters();
  const [, json] = await contentOf(page, () => choose(page, 'aux', 'Save run (JSON)'));

  await page.goto(CHAPTER);
  await untilLive(page, 'aux');
  expect(await letters()).not.toEqual(before);
  await openMenu(page, 'aux');
  const chosen = figure(page, 'aux').locator('input[type="file"]');
  const wrong = JSON.parse(json.toString());
  wrong.traces[0].steps[1].u[0] = 1.5;
  const named = (content: string | Buffer) => ({
    name: 'run.json',
    mimeType: 'application/json',
    buffer: Buffer.from(content),
  });
  await chosen.setInputFiles(named(JSON.stringify(wrong)));
  await expect(
    figure(page, 'aux').getByText(/run\.json: traces\[0\]\.steps\[1\]\.u\[0\]: 1\.5/),
  ).toBeVisible();
  await chosen.setInputFiles(named(json));
  await expect(figure(page, 'aux').locator('.status').first()).toContainText('from a file');
  expect(await letters()).toEqual(before);
  expect(page.url()).toContain('names.seed=42');
  await figure(page, 'aux').getByRole('button', { name: 'Run', exact: true }).click();
  await untilLive(page, 'aux');
  expect(await letters()).toEqual(before);
});

test('runs are pinned and compared, a pinned one is shown again, and goes', async ({ page }) => {
  await page.goto(CHAPTER);
  await untilLive(page, 'aux');
  await choose(page, 'aux', 'Pin this run');
  await figure(page, 'aux').getByRole('button', { name: 'Throw the dice' }).click();
  await expect.poll(() => page.url()).toContain('names.seed=');
  const url = page.url();
  await choose(page, 'aux', 'Pin this run');
  const runs = figure(page, 'aux').locator('.pins tbody');
  await expect(runs).toHaveCount(2);
  // The panel draws two lines, and both are kept under the names that methods have everywhere.
  const lines = runs.first().locator('tr:not(.pin-head)');
  await expect(lines).toHaveCount(2);
  await expect(lines.first()).toContainText('One at a time');
  await expect(lines.first()).toContainText('maliyah');
  await expect(lines.nth(1)).toContainText('O-PTP');
  await runs.first().getByRole('button', { name: 'Show' }).click();
  await expect.poll(() => page.url()).not.toContain('names.seed=');
  await page.goBack();
  await expect.poll(() => page.url()).toBe(url);
  await runs.first().getByRole('button', { name: 'Remove run 1' }).click();
  await expect(runs).toHaveCount(1);
  await runs.first().getByRole('button', { name: 'Remove run 1' }).click();
  await expect(runs).toHaveCount(0);
  await expect(figure(page, 'aux').getByRole('button', { name: /^More about/ })).toBeFocused();
});

test('a menu opens over the text before its figure, and closes when it is left', async ({
  page,
}) => {
  await page.goto(CHAPTER);
  const aux = figure(page, 'aux');
  const button = aux.getByRole('button', { name: /^More about/ });
  await aux.evaluate((element) => {
    window.scrollBy({ top: element.getBoundingClientRect().top - 500, behavior: 'instant' });
  });
  await openMenu(page, 'aux');
  const menu = (await aux.locator('.cell-menu').boundingBox()) ?? { y: 0, height: 0 };
  expect(menu.y).toBeGreaterThanOrEqual(0);
  expect(menu.y + menu.height).toBeLessThanOrEqual((await aux.boundingBox())?.y ?? 0);
  await expect(aux.locator('.cell-menu-list > *').first()).toBeFocused();

  await page.keyboard.press('Escape');
  await expect(menuOf(page, 'aux')).toBeHidden();
  await expect(button).toBeFocused();

  await openMenu(page, 'aux');
  await page.keyboard.press('ArrowUp');
  await expect(aux.getByRole('link', { name: 'Embed' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(menuOf(page, 'aux')).toBeHidden();

  await openMenu(page, 'aux');
  await page.mouse.click(5, 300);
  await expect(menuOf(page, 'aux')).toBeHidden();

  // What was done is said in the menu's place, for a while.
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await choose(page, 'aux', 'Copy link');
  await expect(button).toBeFocused();
  await expect(aux.getByRole('status').filter({ hasText: 'copied' })).toBeVisible();
  await expect(aux.getByText('The link is copied')).toBeHidden();
});

test('undo says what it took back', async ({ page }) => {
  await page.goto(CHAPTER);
  await untilLive(page, 'aux');
  await figure(page, 'aux').getByRole('button', { name: 'Throw the dice' }).click();
  await expect.poll(() => page.url()).toContain('names.seed=');
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Undone: seed (names)')).toBeVisible();
});

test('the source of a figure is the file that runs', FILES, async ({ page }) => {
  await page.goto(CHAPTER);
  await choose(page, 'aux', 'Source');
  const box = page.getByRole('dialog');
  await expect(box).toContainText(
    readFileSync('components/panels/AuxView.tsx', 'utf8').slice(0, 400),
  );
  await page.keyboard.press('Escape');
  await expect(box).toBeHidden();
  await expect(figure(page, 'aux').getByRole('button', { name: /^More about/ })).toBeFocused();
});

test('a guess is answered, explained, and kept over a reload', async ({ page }) => {
  await page.goto(CHAPTER);
  const question = page.locator('.question');
  const why = question.locator('.question-why');
  await expect(why).toBeHidden();
  await question.getByRole('button', { name: 'All of them' }).click();
  await expect(why).toBeVisible();
  await expect(question.getByRole('button', { name: /All of them.*Not this one/ })).toBeVisible();
  await expect(question.getByRole('button', { name: /those after it.*This one/ })).toBeVisible();
  await page.reload();
  await expect(why).toBeVisible();
  await expect(question.getByRole('button', { name: /All of them/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await question.getByRole('button', { name: 'Forget my answer' }).click();
  await expect(why).toBeHidden();
});

test('a word and a figure light each other', async ({ page }) => {
  await page.goto(CHAPTER);
  await page.locator('.question').getByRole('button', { name: 'All of them' }).click();
  const word = page.locator('.question .at[data-at="3"]').first();
  await word.focus();
  await expect(figure(page, 'aux').locator('.aux-row[data-lit]')).toContainText('u3');
  await expect(word).toHaveAttribute('data-lit', '');
  await figure(page, 'aux').locator('.ruler').nth(2).focus();
  await expect(word).toHaveAttribute('data-lit', '');
  await figure(page, 'aux').locator('.ruler').nth(1).focus();
  await expect(word).not.toHaveAttribute('data-lit');
});

/** Focuses a token until its figure is alive and lights it. */
async function light(token: Locator): Promise<void> {
  await expect(async () => {
    await token.blur();
    await token.focus();
    await expect(token).toHaveAttribute('data-lit', 'true', { timeout: 500 });
  }).toPass();
}

test('the second place lights in squares, heat maps and words, by pointer and by keyboard', async ({
  page,
}) => {
  await page.goto('/en/more-heads');
  const joint = figure(page, 'joint');
  const squares = figure(page, 'dependent');
  const seconds = joint.locator('.joint-seconds').first();
  await light(joint.locator('.joint-pair button').first());
  await light(squares.locator('.token-row button').first());
  await expect(joint.locator('.joint-firsts').first()).toHaveAttribute('data-lit');
  await expect(seconds).not.toHaveAttribute('data-lit');
  await page.keyboard.press('ArrowRight');
  await expect(seconds).toHaveAttribute('data-lit');
  await expect(squares.locator('.square-line[data-way="across"]').first()).toHaveAttribute(
    'data-lit',
  );
  await joint.locator('.joint-pair button').nth(1).hover();
  await expect(squares.locator('.square-name[data-lit]').first()).toContainText('2');
  await joint.locator('h4').first().hover();
});

test('arrow keys walk along the tree of rows, and what they reach lights', async ({ page }) => {
  await page.goto('/en/kept-exact');
  const buttons = figure(page, 'tree').locator('.tree button');
  await light(buttons.first());
  await page.keyboard.press('ArrowRight');
  await expect(buttons.nth(1)).toBeFocused();
  await expect(buttons.nth(1).locator('.tree-u')).toHaveAttribute('data-lit', 'true');
  await expect(buttons.first()).not.toHaveAttribute('data-lit');
  await page.keyboard.press('End');
  await expect(buttons.last()).toBeFocused();
  await expect(buttons.last()).toHaveAttribute('data-lit', 'true');
});

test.describe('a code cell', () => {
  const cell = (page: Page) => page.locator('#code-lookup');
  const write = (page: Page, code: string) => cell(page).getByRole('textbox').fill(code);
  const run = (page: Page) => cell(page).getByRole('button', { name: 'Run', exact: true }).click();

  test('runs the chapter’s own code with the model', FILES, async ({ page, complaints }) => {
    await page.goto(CHAPTER);
    await run(page);
    await expect(cell(page).getByText('Done.')).toBeVisible({ timeout: 60_000 });
    await expect(cell(page).locator('.code-cell-out')).toContainText('place 1 u 0.692 picks m');
    expect(complaints.errors).toEqual([]);
    expect(complaints.elsewhere).toEqual([]);
  });

  test('has no network, whatever it tries', FILES, async ({ page }) => {
    // Chromium names a request that the policy stops before it leaves, and why it failed.
    const reached: string[] = [];
    const stopped: (string | undefined)[] = [];
    page.on('requestfinished', (request) => reached.push(request.url()));
    page.on('requestfailed', (request) => {
      if (request.url().includes('secret')) stopped.push(request.failure()?.errorText);
    });
    await page.goto(CHAPTER);
    await write(
      page,
      `const tries = {
  fetch: () => fetch('/model/names/manifest.json?secret'),
  full: () => fetch(location.origin + '/?secret'),
  elsewhere: () => fetch('https://example.org/?secret'),
  script: async () => importScripts('https://example.org/?secret'),
  module: () => import('https://example.org/?secret'),
  socket: () => new Promise((ok, no) => {
    const socket = new WebSocket('wss://example.org/?secret');
    socket.onopen = ok;
    socket.onerror = () => no(new Error('refused'));
  }),
};
for (const [name, attempt] of Object.entries(tries)) {
  print(name, await attempt().then(() => 'reached', () => 'refused'));
}
print('page', typeof document, typeof localStorage);`,
    );
    await run(page);
    await expect(cell(page).getByText('Done.')).toBeVisible({ timeout: 60_000 });
    const printed = await cell(page).locator('.code-cell-out').textContent();
    expect(printed?.split('\n')).toEqual([
      ...['fetch refused', 'full refused', 'elsewhere refused', 'script refused', 'module refused'],
      ...['socket refused', 'page undefined undefined'],
    ]);
    expect(reached.filter((url) => url.includes('secret'))).toEqual([]);
    expect(stopped.filter((why) => why !== 'csp')).toEqual([]);
  });

  test('that fails says so, with its line', async ({ page }) => {
    await page.goto(CHAPTER);
    await write(page, "print('one');\nnothing.at.all;");
    await run(page);
    await expect(
      cell(page).getByText(/Line 2: ReferenceError: nothing is not defined/),
    ).toBeVisible();
    await expect(cell(page).locator('.code-cell-out')).toHaveText('one');
  });

  test('that never ends is stopped after five seconds, and the page lives', async ({ page }) => {
    await page.goto(CHAPTER);
    await write(page, 'for (;;) {}');
    await run(page);
    const begun = Date.now();
    await page.waitForTimeout(1500);
    // The page is not held up meanwhile.
    await page.getByRole('button', { name: 'Step forward' }).first().click();
    await expect(cell(page).getByText('Stopped after 5 seconds.')).toBeVisible({ timeout: 15_000 });
    expect(Date.now() - begun).toBeGreaterThan(4000);
    await write(page, 'return 6 * 7;');
    await run(page);
    await expect(cell(page).locator('.code-cell-out')).toHaveText('42');
  });

  test('that came with a link is shown, and waits', async ({ page }) => {
    const code = "print('from a link');";
    await page.goto(`${CHAPTER}?v=2&code.lookup=${encodeURIComponent(code)}`);
    await expect(cell(page).getByRole('textbox')).toHaveValue(code);
    await expect(cell(page).getByText('This code came with the address')).toBeVisible();
    await page.waitForTimeout(1500);
    expect(page.frames()).toHaveLength(1);
    await expect(cell(page).locator('.code-cell-out')).toBeHidden();
    await run(page);
    await expect(cell(page).locator('.code-cell-out')).toHaveText('from a link');
    await cell(page).getByRole('button', { name: 'Back to the chapter’s code' }).click();
    await expect(cell(page).getByRole('textbox')).not.toHaveValue(code);
  });
});
