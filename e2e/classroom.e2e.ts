// A lesson from start to end: a teacher, a projector and three students, each with a browser of their own; lines
// that break; a server that is killed and started again.

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { expect, test } from './page';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const PROJECTOR = { viewport: { width: 1920, height: 1080 } };
type Lesson = { scenes: { id: string; title: string; steps: string[]; notes: string }[] };
const lesson = JSON.parse(
  readFileSync('content/lessons/dependent-or-independent.json', 'utf8'),
) as Lesson;

// One size is enough: every role brings its own.
test.beforeEach(({ page: _ }, { project }) => {
  test.skip(project.name !== 'desktop', 'each role of the classroom has its own screen here');
});

/** Everything that comes back from the server, to be searched. */
function record(context: BrowserContext): Promise<string>[] {
  const bodies: Promise<string>[] = [];
  context.on('response', (response) => {
    // A stream never ends; its words are checked in the page.
    if (response.url().endsWith('/stream')) return;
    bodies.push(response.text().catch(() => ''));
  });
  return bodies;
}

async function openRoom(browser: Browser, origin: string) {
  const teacher = await (await browser.newContext({ baseURL: origin })).newPage();
  await teacher.goto('/classroom');
  await teacher.getByRole('button', { name: 'Open a room' }).first().click();
  await teacher.getByRole('button', { name: 'Begin the lesson' }).click();
  const code = teacher.url().split('/classroom/')[1]?.slice(0, 6) ?? '';
  const link = await teacher
    .getByRole('link', { name: 'Open the projector window' })
    .getAttribute('href');
  return { teacher, code, link: link ?? '' };
}

async function joinRoom(browser: Browser, origin: string, code: string) {
  const context = await browser.newContext({ baseURL: origin, ...PHONE });
  const bodies = record(context);
  const phone = await context.newPage();
  await phone.goto(`/classroom/${code}`);
  await phone.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(phone.getByText('connected', { exact: true })).toBeVisible();
  return { phone, bodies };
}

const next = (teacher: Page) => teacher.getByRole('button', { name: 'Next', exact: true }).click();
const titleOf = (page: Page, scene: number) =>
  page.getByRole('heading', { level: 1, name: lesson.scenes[scene]?.title ?? '' });

test('the twenty-minute lesson, from the first press to the last scene', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(240_000);
  const origin = baseURL ?? '';
  const { teacher, code, link } = await openRoom(browser, origin);
  const projector = await (await browser.newContext({ baseURL: origin, ...PROJECTOR })).newPage();
  await projector.goto(link);
  await expect(projector.getByRole('img', { name: /QR code/ })).toBeVisible();
  const [first, second, third] = [
    await joinRoom(browser, origin, code),
    await joinRoom(browser, origin, code),
    await joinRoom(browser, origin, code),
  ];
  const class_ = [first, second, third];
  const phones = class_.map(({ phone }) => phone);
  await expect(projector.getByText('3 here')).toBeVisible();

  // One number, one letter.
  await next(teacher);
  await next(teacher);
  for (const phone of phones) {
    await phone.getByRole('button', { name: 'Throw' }).click();
    await expect(phone.getByText(/Your number is 0\.\d+, thrown/)).toBeVisible();
  }
  await expect(projector.getByText('3 answered')).toBeVisible();
  await next(teacher);
  await expect(projector.getByRole('img', { name: /^3 numbers of the class/ })).toBeVisible({
    timeout: 60_000,
  });
  await expect(first.phone.getByText('The letter:')).toBeVisible();
  await next(teacher);
  await expect(projector.getByText(/Bars: the class, 3 numbers/)).toBeVisible();

  // Two heads: votes stay hidden until the reveal.
  await next(teacher);
  for (const [k, phone] of phones.entries()) {
    await phone.getByRole('button', { name: k === 0 ? 'Always' : 'Half of the time' }).click();
  }
  await expect(projector.getByText('3 answered')).toBeVisible();
  await expect(projector.getByText('right', { exact: true })).toBeHidden();
  await teacher.getByRole('button', { name: /Reveal the results/ }).click();
  await expect(projector.getByText('right', { exact: true })).toBeVisible();
  await expect(projector.getByRole('listitem').filter({ hasText: 'Half' })).toContainText('2');
  await expect(first.phone.getByText('your choice')).toBeVisible();

  // The teacher's dials: the same letters on a phone that has no model.
  await next(teacher);
  await next(teacher);
  await expect(titleOf(teacher, 3)).toBeVisible();
  await teacher.getByRole('button', { name: 'Throw the dice' }).click();
  const said = (page: Page) => page.locator('.cover-board [role=status]').textContent();
  await expect(async () => {
    const words = await said(teacher);
    expect(await said(projector)).toBe(words);
    expect(await said(third.phone)).toBe(words);
  }).toPass({ timeout: 60_000 });

  // Twos and a name: one call for the class.
  await next(teacher);
  await next(teacher);
  for (const scene of [4, 5]) {
    await expect(titleOf(projector, scene)).toBeVisible();
    for (const phone of phones) await phone.getByRole('button', { name: 'Throw' }).click();
    await expect(projector.getByText('3 answered')).toBeVisible();
    await next(teacher);
    await expect(projector.getByRole('columnheader', { name: /Parallel.*1 call,/ })).toBeVisible();
    await expect(second.phone.getByRole('row', { name: /you/ })).toBeVisible();
    await next(teacher);
  }
  await expect(titleOf(projector, 6)).toBeVisible();

  // Nothing that reached a phone holds a word of the notes, and no phone fetched a model.
  for (const { phone, bodies } of class_) {
    const all = (await Promise.all(bodies)).join('\n') + (await phone.content());
    for (const { notes } of lesson.scenes) expect(all).not.toContain(notes.slice(0, 40));
    const fetched = await phone.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name),
    );
    expect(fetched.filter((name) => name.includes('/model/'))).toEqual([]);
  }

  const download = teacher.waitForEvent('download');
  await teacher.getByRole('button', { name: 'Answers as a CSV file' }).click();
  const csv = readFileSync((await (await download).path()) ?? '', 'utf8');
  expect(csv.match(/Two heads that do not talk/g)).toHaveLength(3);

  await teacher.getByRole('button', { name: 'End the lesson' }).click();
  await teacher.getByRole('button', { name: 'End it for everyone' }).click();
  await expect(first.phone.getByText('The lesson has ended.')).toBeVisible();
  for (const page of [teacher, projector, ...phones]) await page.context().close();
});

test('who comes late, reloads or loses the line lands on the same sub-step', async ({
  browser,
  baseURL,
}) => {
  const origin = baseURL ?? '';
  const { teacher, code } = await openRoom(browser, origin);
  const { phone } = await joinRoom(browser, origin, code);
  const alias = await phone.locator('.student-head b').textContent();
  await next(teacher);
  await next(teacher);
  await next(teacher);
  const words = lesson.scenes[1]?.steps[1] ?? '';
  await expect(phone.getByText(words)).toBeVisible();

  const { phone: late } = await joinRoom(browser, origin, code);
  await expect(late.getByText(words)).toBeVisible();
  await phone.reload();
  await expect(phone.getByText(words)).toBeVisible();
  expect(await phone.locator('.student-head b').textContent()).toBe(alias);

  await teacher.reload();
  await expect(teacher.getByRole('button', { name: 'Drive from here' })).toBeHidden();
  await teacher.keyboard.press('PageDown');
  await expect(phone.getByText(lesson.scenes[1]?.steps[2] ?? '')).toBeVisible();
  await teacher.keyboard.press('b');
  await expect(phone.getByText('Eyes to the front.')).toBeVisible();
  for (const page of [teacher, phone, late]) await page.context().close();
});

test('a server that is killed and started again loses nobody', async ({ browser }) => {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const keyFile = join(mkdtempSync(join(tmpdir(), 'classroom-')), 'key');
  let server = await serve(port, keyFile);
  try {
    const { teacher, code } = await openRoom(browser, origin);
    const { phone } = await joinRoom(browser, origin, code);
    const alias = await phone.locator('.student-head b').textContent();
    for (let k = 0; k < 4; k++) await next(teacher);
    await next(teacher);
    await expect(titleOf(phone, 2)).toBeVisible();
    await phone.getByRole('button', { name: 'Half of the time' }).click();
    await expect(teacher.getByText('1 answered')).toBeVisible();

    server.kill('SIGKILL');
    await expect(phone.getByText(/connection lost/)).toBeVisible();
    // Said while nobody hears it.
    await phone.getByRole('button', { name: 'Always' }).click();
    server = await serve(port, keyFile);

    await expect(teacher.getByText('1 of 1 here, 1 answered')).toBeVisible();
    await expect(titleOf(phone, 2)).toBeVisible();
    expect(await phone.locator('.student-head b').textContent()).toBe(alias);
    const vote = teacher.getByRole('listitem').filter({ hasText: 'Always' });
    await expect(vote).toContainText('1');
    await next(teacher);
    await next(teacher);
    await expect(titleOf(phone, 3)).toBeVisible();
    for (const page of [teacher, phone]) await page.context().close();
  } finally {
    server.kill('SIGKILL');
  }
});

test('the projector is large and strong in contrast; a phone is no wider than it is', async ({
  browser,
  baseURL,
}) => {
  const origin = baseURL ?? '';
  const { teacher, code, link } = await openRoom(browser, origin);
  const projector = await (await browser.newContext({ baseURL: origin, ...PROJECTOR })).newPage();
  await projector.goto(link);
  const { phone } = await joinRoom(browser, origin, code);
  for (let scene = 0; scene < lesson.scenes.length; scene++) {
    await teacher.getByLabel('Jump to').selectOption(String(scene));
    await expect(titleOf(projector, scene)).toBeVisible();
    const small = await projector.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node.parentElement;
        if (!element?.closest('.projector') || element.closest('.words, svg')) continue;
        const size = Number.parseFloat(getComputedStyle(element).fontSize);
        if (node.textContent?.trim() && size < 24) found.push(`${node.textContent} ${size}`);
      }
      return found;
    });
    expect(small).toEqual([]);
    const { violations } = await new AxeBuilder({ page: projector })
      .withRules(['color-contrast-enhanced'])
      .analyze();
    expect(violations.flatMap(({ nodes }) => nodes.map(({ html }) => html))).toEqual([]);
    const width = await phone.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
  }
  for (const page of [teacher, phone]) {
    const { violations } = await new AxeBuilder({ page }).analyze();
    const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(grave.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  }
  for (const page of [teacher, projector, phone]) await page.context().close();
});

test('a student with the code alone can neither drive nor read the notes', async ({
  browser,
  baseURL,
}) => {
  const origin = baseURL ?? '';
  const { teacher, code } = await openRoom(browser, origin);
  const { phone } = await joinRoom(browser, origin, code);
  await phone.goto(`/classroom/${code}/teach`);
  await expect(phone.getByText('This address lacks its key')).toBeVisible();
  const token = await phone.evaluate(
    (place) => localStorage.getItem(place),
    `foretoken-room-${code}`,
  );
  await phone.goto(`/classroom/${code}/teach#key=${token}`);
  await phone.reload();
  await expect(phone.getByText('This address lacks its key')).toBeVisible();
  expect(await phone.content()).not.toContain(lesson.scenes[0]?.notes.slice(0, 40));
  for (const page of [teacher, phone]) await page.context().close();
});

function serve(port: number, keyFile: string): Promise<ChildProcess> {
  const next = 'node_modules/next/dist/bin/next';
  const server = spawn(process.execPath, [next, 'start', '-p', String(port)], {
    env: { ...process.env, CLASSROOM_KEY_FILE: keyFile },
  });
  return new Promise((resolve) => {
    server.stdout.on('data', (text: Buffer) => {
      if (text.includes('Ready')) resolve(server);
    });
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
