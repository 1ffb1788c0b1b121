// Every scene of every lesson on a projector and a phone: large enough, strong in contrast, no wider than the
// screen. SHOTS=<folder> keeps pictures of them, to be looked at.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './page';
import { joinRoom, LESSONS, openRoom, PROJECTOR, readLesson } from './room';

const shots = process.env.SHOTS;

test.beforeEach(({ page: _ }, { project }) => {
  test.skip(project.name !== 'desktop', 'each role of the classroom has its own screen here');
});

for (const id of LESSONS) {
  test(`${id}: every scene fits projector and phone`, async ({ browser, baseURL }) => {
    test.setTimeout(240_000);
    const origin = baseURL ?? '';
    const lesson = readLesson(id);
    const { teacher, code, link } = await openRoom(browser, origin, lesson.title);
    const projector = await (await browser.newContext({ baseURL: origin, ...PROJECTOR })).newPage();
    await projector.goto(link);
    const { phone } = await joinRoom(browser, origin, code);
    for (const [place, scene] of lesson.scenes.entries()) {
      await teacher.getByLabel('Jump to').selectOption(String(place));
      for (const page of [projector, phone]) {
        await expect(page.getByRole('heading', { level: 1, name: scene.title })).toBeVisible();
      }
      const kind = scene.show?.kind;
      if (kind === 'own' || kind === 'dice') {
        await phone.getByRole('button', { name: 'Throw' }).click();
        await expect(projector.getByText(/1 with numbers/)).toBeVisible();
      }
      for (let step = 1; step < scene.steps.length; step++) {
        await teacher.getByRole('button', { name: 'Next', exact: true }).click();
        await expect(projector.getByText(scene.steps[step] ?? '')).toBeVisible();
      }
      await expectFigure(projector, kind);
      if (scene.question) await teacher.getByRole('button', { name: /Reveal the results/ }).click();
      expect(await tooSmall(projector), scene.id).toEqual([]);
      const { violations } = await new AxeBuilder({ page: projector })
        .withRules(['color-contrast-enhanced'])
        .analyze();
      expect(violations.flatMap(({ nodes }) => nodes.map(({ html }) => html))).toEqual([]);
      const wide = await projector.evaluate(
        () => document.querySelector('.projector')?.scrollWidth,
      );
      if (shots) {
        const name = `${id}-${place + 1}-${scene.id}`;
        await projector.screenshot({ path: join(shots, `${name}-projector.png`) });
        await phone.screenshot({ path: join(shots, `${name}-phone.png`), fullPage: true });
      }
      expect.soft(wide, scene.id).toBeLessThanOrEqual(1920);
      const width = await phone.evaluate(() => document.documentElement.scrollWidth);
      expect.soft(width, scene.id).toBeLessThanOrEqual(390);
    }
    for (const page of [teacher, phone]) {
      const { violations } = await new AxeBuilder({ page }).analyze();
      const grave = violations.filter(({ impact }) => /serious|critical/.test(impact ?? ''));
      expect(grave.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    }
    for (const page of [teacher, projector, phone]) await page.context().close();
  });
}

/** What a scene shows has come from the teacher's page. */
async function expectFigure(projector: Page, kind: string | undefined) {
  const figures: Readonly<Record<string, string>> = {
    ...{ dice: '.letter-chart, .teams', own: '.teams', cover: '.cover-board', ruler: '.aux' },
    ...{ squares: '.squares', race: '.race-scene', tree: '.tree' },
  };
  const figure = kind && figures[kind];
  if (figure) await expect(projector.locator(figure)).toBeVisible({ timeout: 60_000 });
}

/** Texts of fewer than 24 pixels on the screen, in pictures, too. */
function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!element?.closest('.projector') || element.closest('.words, title')) continue;
      if (!node.textContent?.trim() || !element.checkVisibility()) continue;
      const scale = element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.a ?? 1) : 1;
      const size = Number.parseFloat(getComputedStyle(element).fontSize) * scale;
      if (size < 23.99) found.push(`${node.textContent} ${size.toFixed(1)}`);
    }
    return [...new Set(found)];
  });
}

test('nothing that a browser can fetch beforehand holds a word of the notes or of an answer', () => {
  const secrets = LESSONS.flatMap((id) =>
    readLesson(id).scenes.flatMap(({ notes, question }) => [notes, question?.why ?? notes]),
  ).map((words) => words.slice(0, 40));
  const files = ['.next/static', '.next/server/app'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => folder === '.next/static' || /\.(html|rsc|body|txt)$/.test(name))
      .map((name) => join(folder, name)),
  );
  expect(files.length).toBeGreaterThan(20);
  for (const file of files.filter((name) => /\.\w+$/.test(name))) {
    const text = readFileSync(file, 'utf8');
    expect(
      secrets.filter((words) => text.includes(words)),
      file,
    ).toEqual([]);
  }
});
