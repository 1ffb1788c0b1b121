// What a reader does with the live panels: turn dials, throw the dice, undo, follow a link, lose WebGPU.

import type { Page } from '@playwright/test';
import { expect, test } from './page';

const cover = (page: Page) => page.locator('.cover-panel');
const line = (page: Page, name: string) => cover(page).getByRole('list', { name, exact: true });
const dial = (page: Page, index: number) =>
  cover(page).getByRole('slider', { name: `u ${index}`, exact: true });

/** Tokens of a line of the cover, as they are read aloud. */
async function tokens(page: Page, name: string): Promise<string[]> {
  const chips = line(page, name).getByRole('button');
  const words = await chips.evaluateAll((found) => found.map((chip) => chip.ariaLabel ?? ''));
  return words.map((said) => said.replace(/^position \d+: /, '').replace(/,.*/, ''));
}

async function untilLive(page: Page): Promise<void> {
  await expect(cover(page).locator('.status[data-kind="live"]')).toBeVisible();
}

/** Waits until the worker has answered what was last asked for. */
async function settled(page: Page): Promise<void> {
  await page.waitForTimeout(500);
  await untilLive(page);
}

test('turning a dial never changes the letters before it', async ({ page }) => {
  await page.goto('/');
  await untilLive(page);
  for (const index of [3, 2, 4]) {
    const before = await tokens(page, 'One at a time');
    await dial(page, index).focus();
    await page.keyboard.press('PageUp');
    await page.keyboard.press('PageUp');
    await settled(page);
    const after = await tokens(page, 'One at a time');
    expect(after.slice(0, index - 1)).toEqual(before.slice(0, index - 1));
  }
});

test('dragging a dial upwards changes the name, and one undo takes it back', async ({ page }) => {
  await page.goto('/');
  await untilLive(page);
  const undo = cover(page).getByRole('button', { name: /^Undo/ });
  const redo = cover(page).getByRole('button', { name: /^Redo/ });
  await expect(undo).toHaveAttribute('aria-disabled', 'true');
  const before = await tokens(page, 'One at a time');
  const at = async () => Number(await dial(page, 1).getAttribute('aria-valuenow'));
  const start = await at();
  const box = await dial(page, 1).boundingBox();
  if (!box) throw new Error('The first dial has no place');
  const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const way = start < 0.5 ? -1 : 1;
  await page.mouse.move(centre.x, centre.y);
  await page.mouse.down();
  for (let step = 1; step <= 12; step++) await page.mouse.move(centre.x, centre.y + way * step * 5);
  expect(Math.sign((await at()) - start)).toBe(-way);
  await page.mouse.up();
  await settled(page);
  expect(page.url()).toContain('names.u=0=');
  expect(await tokens(page, 'One at a time')).not.toEqual(before);
  await page.keyboard.press('Control+z');
  await expect.poll(() => page.url()).not.toContain('names.u');
  await settled(page);
  expect(await tokens(page, 'One at a time')).toEqual(before);
  const ways = [
    () => redo.click(),
    () => page.keyboard.press('Control+Shift+z'),
    () => page.keyboard.press('Control+y'),
  ];
  for (const again of ways) {
    await again();
    await expect.poll(() => page.url()).toContain('names.u=0=');
    await undo.click();
    await expect.poll(() => page.url()).not.toContain('names.u');
  }
});

test('a finger that scrolls across rulers, squares and dials moves none of them', async ({
  page,
}) => {
  await page.goto('/');
  await untilLive(page);
  const touch = await page.context().newCDPSession(page);
  const places = [
    dial(page, 2),
    page.locator('#aux .ruler').nth(1),
    page.getByRole('application', { name: /^One at a time: u 1/ }),
  ];
  for (const place of places) {
    await place.scrollIntoViewIfNeeded();
    const box = await place.boundingBox();
    if (!box) throw new Error('It has no place');
    const [x, y] = [box.x + box.width * 0.3, box.y + box.height / 2];
    const finger = (type: 'touchStart' | 'touchMove' | 'touchEnd', up: number) =>
      touch.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: type === 'touchEnd' ? [] : [{ x, y: y - up }],
      });
    await finger('touchStart', 0);
    for (let up = 10; up <= 120; up += 10) await finger('touchMove', up);
    await finger('touchEnd', 120);
    await page.waitForTimeout(500);
    expect(page.url()).not.toContain('names.u');
  }
});

test('the dice change the seed; the same seed writes the same name again', async ({ page }) => {
  await page.goto('/?v=1&names.seed=42');
  await untilLive(page);
  const first = await tokens(page, 'One at a time');
  await cover(page).getByRole('button', { name: 'Throw the dice' }).click();
  await settled(page);
  expect(new URL(page.url()).searchParams.get('names.seed')).not.toBe('42');
  const seed = cover(page).getByLabel('Seed', { exact: true });
  await seed.fill('42');
  await seed.press('Enter');
  await settled(page);
  expect(await tokens(page, 'One at a time')).toEqual(first);
  await page.goBack();
  await expect(seed).not.toHaveValue('42');
});

test('a link that cannot be read says which parameter, and the page stands', async ({ page }) => {
  await page.goto('/?v=1&names.seed=soon&names.u=99999=2,x');
  await expect(page.getByText('names.seed: "soon"')).toBeVisible();
  await expect(page.getByText('names.u: "99999=2", "x"; allowed')).toBeVisible();
  await untilLive(page);
  expect(await tokens(page, 'One at a time')).not.toHaveLength(0);
});

test('an emoji in the prompt is named, stays in the box, and nothing breaks', async ({
  page,
  complaints,
}) => {
  await page.goto('/');
  await untilLive(page);
  const field = page.getByLabel('Names that begin with');
  await field.fill('an');
  // What is said of the prompt moves nothing below it.
  const below = page.locator('#dependent .text-sm').first();
  const fromField = async () =>
    ((await below.boundingBox())?.y ?? 0) - ((await field.boundingBox())?.y ?? 0);
  const place = await fromField();
  await field.fill('an🙂');
  await expect(page.locator('#dependent').getByText(/🙂/)).toBeVisible();
  expect(await fromField()).toBeCloseTo(place, 0);
  await expect(field).toHaveValue('an🙂');
  await field.fill('Mar');
  await expect(page.locator('#dependent').getByText(/Read in the characters/)).toBeVisible();
  expect(await fromField()).toBeCloseTo(place, 0);
  await untilLive(page);
  await expect.poll(() => page.url()).toContain('names.prompt=mar');
  await expect(field).toHaveValue('mar');
  await expect(cover(page).locator('.cover-begin')).toHaveText(['mar', 'mar', 'mar']);
  await expect(page.locator('#dependent .draw-begin').first()).toHaveText('mar');
  expect(complaints.errors).toEqual([]);
});

test('undo leaves the reader where they are', async ({ page }) => {
  await page.goto('/');
  await untilLive(page);
  const seed = cover(page).getByLabel('Seed', { exact: true });
  const before = await seed.inputValue();
  await cover(page).getByRole('button', { name: 'Throw the dice' }).click();
  await expect(seed).not.toHaveValue(before);
  await page.evaluate(() => scrollTo({ top: 700, behavior: 'instant' }));
  await page.keyboard.press('Control+z');
  await expect(seed).toHaveValue(before);
  await page.waitForTimeout(300);
  // A name of another length may have moved the text by a line or two.
  expect(Math.abs((await page.evaluate(() => scrollY)) - 700)).toBeLessThan(90);
});

test('the letters follow the crosshair while it is dragged', async ({ page }) => {
  await page.goto('/');
  const figure = page.locator('#dependent');
  await figure.scrollIntoViewIfNeeded();
  await expect(page.locator('.late', { has: figure })).not.toHaveAttribute('data-late');
  const square = figure.locator('.square').first();
  await square.scrollIntoViewIfNeeded();
  const box = await square.boundingBox();
  if (!box) throw new Error('The first square has no place');
  const place = (x: number, y: number) => [box.x + x * box.width, box.y + y * box.height] as const;
  await page.mouse.move(...place(0.7, 0.6));
  await page.mouse.down();
  await page.mouse.move(...place(0.5, 0.5));
  await page.mouse.move(...place(0.3, 0.7));
  await expect(figure.locator('.dependent-lead')).toContainText(/0\.30.*0\.30/);
  await expect(figure.locator('.square-read p').first()).toContainText(/0\.30.*0\.30/);
  await page.mouse.up();
  await page.keyboard.press('Control+z');
  await expect(figure.locator('.dependent-lead')).not.toContainText(/0\.30.*0\.30/);
  await expect(figure.locator('.square-read p').first()).not.toContainText(/0\.30.*0\.30/);
});

test('the CPU runs the model where there is no GPU, and a press on its name says why', async ({
  page,
}) => {
  await page.goto('/');
  await untilLive(page);
  // The page's Content-Security-Policy lets the engine compile its kernels.
  await cover(page).getByRole('button', { name: 'CPU, WebAssembly' }).click();
  const why = cover(page).getByText(/^WebGPU offers only a program that imitates/);
  await expect(why).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(why).toBeHidden();
});

test('without workers the recorded run stays, and the page says so', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'Worker', {
      value: class {
        constructor() {
          throw new Error('forbidden');
        }
      },
    });
  });
  await page.goto('/?v=2&names.seed=42');
  await expect(
    cover(page).getByText(/What you see is a recorded run, with seed 188/),
  ).toBeVisible();
  // The dials are those of the recorded run: letters and dials belong together.
  const shown = await dial(page, 1).getAttribute('aria-valuenow');
  await expect(cover(page).getByLabel('Seed', { exact: true })).toHaveValue('42');
  await page.goto('/');
  await expect(cover(page).getByText(/What you see is a recorded run/)).toBeVisible();
  expect(await dial(page, 1).getAttribute('aria-valuenow')).toBe(shown);
  expect(await tokens(page, 'One at a time')).not.toHaveLength(0);
});

test('a damaged weights file is named, and the recorded run stays', async ({ page }) => {
  await page.route('**/model/names/teacher.safetensors*', async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    body[2000] = (body[2000] ?? 0) ^ 1;
    await route.fulfill({ response, body });
  });
  await page.goto('/');
  await expect(cover(page).getByText(/teacher\.safetensors: the content is damaged/)).toBeVisible();
});

test('after a failed fetch the reader tries again', async ({ page }) => {
  await page.route('**/model/names/**', (route) => route.abort());
  await page.goto('/');
  const again = cover(page).getByRole('button', { name: 'Try again' });
  await expect(again).toBeVisible();
  await page.unroute('**/model/names/**');
  await again.click();
  await untilLive(page);
  await expect(again).toBeHidden();
});

test('a square is moved by keys, and all panels follow', async ({ page }) => {
  await page.goto('/');
  await untilLive(page);
  const square = page.getByRole('application', { name: /^One at a time: u 1/ });
  await square.focus();
  const before = await dial(page, 1).getAttribute('aria-valuenow');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => dial(page, 1).getAttribute('aria-valuenow')).not.toBe(before);
  await page.keyboard.press('Home');
  await expect(dial(page, 1)).toHaveAttribute('aria-valuenow', '0');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the recorded runs are there: lines, rulers, squares', async ({ page }) => {
    await page.goto('/');
    await expect(line(page, 'Parallel Token Prediction')).toBeVisible();
    await expect(page.locator('#aux .ruler').first()).toBeVisible();
    await expect(page.locator('#dependent .square-area').first()).toBeVisible();
  });
});
