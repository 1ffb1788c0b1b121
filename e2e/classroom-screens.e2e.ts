// Every step of every lesson on projectors of four sizes and on a phone: nothing runs off the screen, letters are
// large and strong in contrast, by day and by night. SHOTS=<folder> keeps pictures of them, to be looked at.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, expectToFit, graveIn, test } from './page';
import { joinMany, joinRoom, LESSONS, next, openRoom, PROJECTOR, readLesson } from './room';

const shots = process.env.SHOTS;

/** What projectors show, and the pixels of the smallest letters on each: the same share of the picture. */
const SCREENS = [
  { width: 1440, height: 900, letters: 18 },
  { width: 1280, height: 720, letters: 16 },
  { width: 1024, height: 768, letters: 12.8 },
  { ...PROJECTOR.viewport, letters: 24 },
] as const;
const THEMES = ['light', 'dark'] as const;

/** Students beside the one whose phone is looked at. */
const OTHERS = 40;

test.beforeEach(({ page: _ }, { project }) => {
  test.skip(project.name !== 'desktop', 'each role of the classroom has its own screen here');
});

for (const id of LESSONS) {
  test(`${id}: every step fits projectors and a phone`, async ({ browser, baseURL }) => {
    test.setTimeout(240_000);
    const origin = baseURL ?? '';
    const lesson = readLesson(id);
    const { teacher, code, link } = await openRoom(browser, origin, lesson.title);
    const projector = await (await browser.newContext({ baseURL: origin, ...PROJECTOR })).newPage();
    await projector.goto(link);
    const { phone } = await joinRoom(browser, origin, code);
    const others = await joinMany(origin, code, OTHERS);
    // Aliases take more room than numbers do.
    await teacher.getByLabel('No aliases on the projector').uncheck();
    for (const [place, scene] of lesson.scenes.entries()) {
      await teacher.getByLabel('Jump to').selectOption(String(place));
      for (const page of [projector, phone]) {
        await expect(page.getByRole('heading', { level: 1, name: scene.title })).toBeVisible();
      }
      const kind = scene.show?.kind;
      if (kind === 'own' || kind === 'dice') {
        await phone.getByRole('button', { name: 'Throw' }).click();
        await others.throwFor(scene);
        await expect(projector.getByText(`${OTHERS + 1} with numbers`)).toBeVisible();
      }
      for (const [step, words] of scene.steps.entries()) {
        if (step > 0) await next(teacher);
        await expect(projector.getByText(words)).toBeVisible();
        const last = step + 1 === scene.steps.length;
        if (last || step > 0) await expectFigure(projector, kind);
        if (last && scene.question) {
          await teacher.getByRole('button', { name: /Reveal the results/ }).click();
          await expect(projector.locator('.question-why')).toBeVisible();
        }
        await expectNothingCut(projector, `${id}-${place + 1}-${scene.id}-${step + 1}`);
      }
      await expectStrong(projector, scene.id);
      await keep(phone, `${id}-${place + 1}-${scene.id}-phone`);
      await expectToFit(phone);
    }
    await teacher.keyboard.press('j');
    await expect(projector.getByRole('img', { name: /QR code/ })).toBeVisible();
    await expectNothingCut(projector, `${id}-join`);
    for (const page of [teacher, phone]) expect(await graveIn(page)).toEqual([]);
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

/** On no size of projector has the picture to be scrolled, and nowhere are letters too small for the last row. */
async function expectNothingCut(projector: Page, name: string) {
  for (const { width, height, letters } of SCREENS) {
    await projector.setViewportSize({ width, height });
    await keep(projector, `${name}-${width}x${height}`);
    // The scene takes its size when the window has told it so.
    const cut = expect.configure({ soft: true }).poll(() => cutOff(projector), {
      message: `${name} at ${width} × ${height}`,
      timeout: 3000,
    });
    await cut.toEqual([]);
    const small = await tooSmall(projector, letters);
    expect.soft(small, `${name} at ${width} × ${height}`).toEqual([]);
  }
}

/** What of a scene is not to be seen without scrolling. */
async function cutOff(projector: Page): Promise<string[]> {
  return projector.locator('.projector').evaluate((stage) =>
    [stage, ...stage.querySelectorAll('*:not(svg *, .words, .words *)')]
      .filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1)
      .map(({ className, textContent }) => `${className}: ${textContent?.slice(0, 60)}`)
      .concat(stage.scrollHeight > stage.clientHeight ? ['the foot of the scene'] : []),
  );
}

/** Letters of the projector have a contrast of 7:1, by day and by night. */
async function expectStrong(projector: Page, name: string) {
  for (const colorScheme of THEMES) {
    await projector.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page: projector })
      .withRules(['color-contrast-enhanced'])
      .analyze();
    const weak = violations.flatMap(({ nodes }) => nodes.map(({ html }) => html));
    expect.soft(weak, `${name}, ${colorScheme}`).toEqual([]);
    await keep(projector, `${name}-${colorScheme}`);
  }
  await projector.emulateMedia({ colorScheme: 'light' });
}

async function keep(page: Page, name: string) {
  if (shots) await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
}

/** Texts of fewer pixels on the screen, in pictures, too. */
function tooSmall(page: Page, pixels: number): Promise<string[]> {
  return page.evaluate((least) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!element?.closest('.projector') || element.closest('.words, title')) continue;
      if (!node.textContent?.trim() || !element.checkVisibility()) continue;
      const svg = element.closest('svg');
      const drawn = svg?.viewBox.baseVal.width;
      const scale =
        svg && drawn ? svg.getBoundingClientRect().width / drawn : element.currentCSSZoom;
      const size = Number.parseFloat(getComputedStyle(element).fontSize) * scale;
      if (size < least - 0.01) found.push(`${node.textContent} ${size.toFixed(1)}`);
    }
    return [...new Set(found)];
  }, pixels);
}

test('nothing that a browser can fetch beforehand holds a word of the notes or of an answer', () => {
  const secrets = [...LESSONS, 'de/one-call-one-name']
    .flatMap((id) =>
      readLesson(id).scenes.flatMap(({ notes, question }) => [notes, question?.why ?? notes]),
    )
    .map((words) => words.slice(0, 40));
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
