// A lesson from start to end: a teacher, a projector and three students, each with a browser of their own; lines
// that break; a server that is killed and started again.

import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './page';
import { freePort, joinRoom, next, openRoom, PROJECTOR, readLesson, serve } from './room';

const lesson = readLesson('dependent-or-independent');

// One size is enough: every role brings its own.
test.beforeEach(({ page: _ }, { project }) => {
  test.skip(project.name !== 'desktop', 'each role of the classroom has its own screen here');
});

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
  await expect(projector.getByText('3 here, 3 with numbers')).toBeVisible();
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
  await expect(projector.getByText('3 here, 3 votes')).toBeVisible();
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
    if (scene === 5) {
      for (const phone of phones) await phone.getByRole('button', { name: 'Both alike' }).click();
      await expect(projector.getByText(/3 votes/)).toBeVisible();
    }
    for (const phone of phones) await phone.getByRole('button', { name: 'Throw' }).click();
    await expect(projector.getByText(/3 with numbers/)).toBeVisible();
    await next(teacher);
    await expect(projector.getByRole('columnheader', { name: /Parallel.*1 call,/ })).toBeVisible();
    await expect(second.phone.getByRole('row', { name: /you/ })).toBeVisible();
    await next(teacher);
  }
  await expect(titleOf(projector, 6)).toBeVisible();
  await teacher.getByLabel('Jump to').selectOption('5');
  // A vote and a number of the same scene are two things.
  await expect(projector.getByText('3 votes, 3 with numbers')).toBeVisible();

  // One student alone on the projector, and back.
  await next(teacher);
  await expect(projector.getByRole('row')).toHaveCount(2);
  await teacher.getByText('Who is here').click();
  await teacher
    .getByRole('button', { name: /^Show .* alone on the projector$/ })
    .first()
    .click();
  await expect(teacher.getByRole('button', { name: /^Show .* alone/, pressed: true })).toHaveCount(
    1,
  );
  await expect(projector.getByRole('row')).toHaveCount(2);
  await teacher.getByRole('button', { name: /^Show .* alone/, pressed: true }).click();

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
  await expect(teacher.getByRole('button', { name: 'Next', exact: true })).toBeEnabled();
  await expect(teacher.getByRole('button', { name: 'Drive from here' })).toBeHidden();
  await teacher.keyboard.press('PageDown');
  await expect(phone.getByText(lesson.scenes[1]?.steps[2] ?? '')).toBeVisible();
  await teacher.keyboard.press('b');
  await expect(phone.getByText('Eyes to the front.')).toBeVisible();
  for (const page of [teacher, phone, late]) await page.context().close();
});

test('a room speaks its teacher’s language, whatever the browsers of its students do', async ({
  browser,
  baseURL,
}) => {
  const german = readLesson('de/one-call-one-name');
  const teacher = await (
    await browser.newContext({ baseURL: baseURL ?? '', locale: 'de-AT' })
  ).newPage();
  await teacher.goto('/classroom');
  await expect(teacher.getByLabel('Sprache des Raums')).toHaveValue('de');
  await teacher
    .getByRole('article')
    .filter({ hasText: german.title })
    .getByRole('button', { name: 'Einen Raum öffnen' })
    .click();
  await teacher.getByRole('button', { name: 'Die Stunde beginnen' }).click();
  const code = teacher.url().split('/classroom/')[1]?.slice(0, 6) ?? '';
  const link = teacher.getByRole('link', { name: 'Das Projektorfenster öffnen' });
  const projector = await (await browser.newContext({ baseURL: baseURL ?? '' })).newPage();
  await projector.goto((await link.getAttribute('href')) ?? '');
  const phone = await (await browser.newContext({ baseURL: baseURL ?? '' })).newPage();
  await phone.goto(`/classroom/${code}`);
  await phone.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(phone.getByText('verbunden', { exact: true })).toBeVisible();
  await expect(projector.getByText('1 hier')).toBeVisible();
  for (const page of [teacher, projector, phone]) {
    const name = german.scenes[0]?.title ?? '';
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  }
  for (const page of [teacher, projector, phone]) await page.context().close();
});

test('a server that is killed and started again loses nobody', async ({ browser }) => {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const keyFile = join(mkdtempSync(join(tmpdir(), 'classroom-')), 'key');
  let server = await serve(port, { CLASSROOM_KEY_FILE: keyFile });
  try {
    const { teacher, code } = await openRoom(browser, origin);
    const { phone } = await joinRoom(browser, origin, code);
    const alias = await phone.locator('.student-head b').textContent();
    for (let k = 0; k < 4; k++) await next(teacher);
    await next(teacher);
    await expect(titleOf(phone, 2)).toBeVisible();
    await phone.getByRole('button', { name: 'Half of the time' }).click();
    await expect(teacher.getByText('1 vote')).toBeVisible();

    server.kill('SIGKILL');
    await expect(phone.getByText(/connection lost/)).toBeVisible();
    // Said while nobody hears it.
    await phone.getByRole('button', { name: 'Always' }).click();
    server = await serve(port, { CLASSROOM_KEY_FILE: keyFile });

    await expect(teacher.getByText('1 of 1 here, 1 vote')).toBeVisible();
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

test('students look round as far as they may, and come back; one is removed; the room is locked', async ({
  browser,
  baseURL,
}) => {
  const origin = baseURL ?? '';
  const { teacher, code } = await openRoom(browser, origin);
  const { phone } = await joinRoom(browser, origin, code);
  await teacher.getByLabel('Jump to').selectOption('2');
  await teacher.getByText('Look round', { exact: true }).click();
  await teacher.getByLabel('First scene').selectOption('1');
  await teacher.getByLabel('Last scene').selectOption('3');
  const button = (name: string) => phone.getByRole('button', { name, exact: true });
  await button('After').click();
  await expect(titleOf(phone, 3)).toBeVisible();
  await expect(button('After')).toHaveAttribute('aria-disabled', 'true');
  await teacher.getByText('Who is here').click();
  await expect(teacher.getByRole('cell', { name: lesson.scenes[3]?.title ?? '' })).toBeVisible();
  await button('Before').click();
  await button('Before').click();
  await expect(titleOf(phone, 1)).toBeVisible();
  await expect(button('Before')).toHaveAttribute('aria-disabled', 'true');
  await button('Back to the class').click();
  await expect(titleOf(phone, 2)).toBeVisible();

  await teacher.getByText('Eyes to the front', { exact: true }).click();
  await expect(phone.getByText('Eyes to the front.')).toBeVisible();
  await teacher.getByLabel('Nobody else comes in').check();
  const late = await (await browser.newContext({ baseURL: origin })).newPage();
  await late.goto(`/classroom/${code}`);
  await late.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(late.getByText(/lets nobody else in/)).toBeVisible();
  await teacher.getByRole('button', { name: /^Remove / }).click();
  await expect(phone.getByText(/has taken this device out/)).toBeVisible();
  for (const page of [teacher, phone, late]) await page.context().close();
});

test('a second device of the teacher drives when it is told to, and the first one stops', async ({
  browser,
  baseURL,
}) => {
  const origin = baseURL ?? '';
  const { teacher } = await openRoom(browser, origin);
  const second = await (await browser.newContext({ baseURL: origin })).newPage();
  await teacher.getByText('Another device of yours').click();
  const label = await teacher.getByRole('img', { name: /teach#key=/ }).getAttribute('aria-label');
  await second.goto(label?.replace('QR code of ', '') ?? '');
  await expect(titleOf(second, 0)).toBeVisible();
  await second.keyboard.press('PageDown');
  await expect(second.getByText('step 1 of 2')).toBeVisible();
  const take = second.getByRole('button', { name: 'Drive from here' });
  await take.click();
  await expect(take).toBeHidden();
  await second.keyboard.press('PageDown');
  await expect(teacher.getByText('step 2 of 2')).toBeVisible();
  await teacher.keyboard.press('PageUp');
  await expect(teacher.getByText('Another device of yours drives this lesson.')).toBeVisible();
  await expect(second.getByText('step 2 of 2')).toBeVisible();
  for (const page of [teacher, second]) await page.context().close();
});
