// A lesson on one device: two windows of one browser, and from the second scene on no network at all.

import { expect, FILES, test } from './page';
import { next, readLesson } from './room';

const lesson = readLesson('one-call-one-name');

test.beforeEach(({ page: _ }, { project }) => {
  test.skip(project.name === 'phone', 'the teacher sits at a desk here');
});

test('teacher and projector keep step without a server', FILES, async ({ page, context }) => {
  test.setTimeout(120_000);
  await page.goto('/classroom');
  await page
    .getByRole('article')
    .filter({ hasText: lesson.title })
    .getByRole('link', { name: 'On this device alone' })
    .click();
  await page.getByRole('button', { name: 'Begin the lesson' }).click();
  const opened = context.waitForEvent('page');
  await page.getByRole('link', { name: 'Open the projector window' }).click();
  const projector = await opened;
  const title = (place: number) =>
    projector.getByRole('heading', { level: 1, name: lesson.scenes[place]?.title ?? '' });
  await expect(title(0)).toBeVisible();

  await next(page);
  await next(page);
  await page.getByLabel('Seats').selectOption('10');
  await page.getByRole('button', { name: 'Throw for the class' }).click();
  await expect(projector.getByText('on one device, 0 votes, 10 with numbers')).toBeVisible();
  await next(page);
  await expect(projector.getByText(/of 10 hang together/).first()).toBeVisible({ timeout: 60_000 });

  await context.setOffline(true);
  await page.getByRole('button', { name: /One more hand for: Nearly all/ }).click();
  await page.getByRole('button', { name: /One more hand for: Nearly all/ }).click();
  await expect(projector.getByText('2 votes')).toBeVisible();
  await page.getByRole('button', { name: /Reveal the results/ }).click();
  await expect(projector.getByRole('listitem').filter({ hasText: 'Nearly all' })).toContainText(
    '2',
  );
  await next(page);
  await expect(title(2)).toBeVisible();
  await page.getByRole('button', { name: 'Throw the dice' }).click();
  const said = (one: typeof page) => one.locator('.cover-board [role=status]').textContent();
  await expect(async () => expect(await said(projector)).toBe(await said(page))).toPass();

  // A reload goes on where it was: the page itself comes from the network, the room does not.
  await context.setOffline(false);
  await page.reload();
  await expect(
    page.getByRole('heading', { level: 1, name: lesson.scenes[2]?.title ?? '' }),
  ).toBeVisible();
  await next(page);
  await expect(projector.getByText(lesson.scenes[2]?.steps[1] ?? '')).toBeVisible();
  expect(await projector.content()).not.toContain(lesson.scenes[2]?.notes.slice(0, 40));
});
