// Nothing that a reader looks at moves by itself: not while the page loads, and not as its figures come alive.

import { readdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './page';

const CHAPTERS = readdirSync('content/chapters/en').map((file) =>
  file.replace(/^\d+-|\.mdx$/g, ''),
);
const PAGES = [
  ...['/', '/de', '/de/sampling-is-a-lookup', '/en/history', '/en/glossary'],
  ...['/check', '/de/check', '/embed', '/classroom', ...CHAPTERS.map((slug) => `/en/${slug}`)],
];

/** Shifts by the measure of browsers. A number that grows leftwards in its own place is no movement. */
const LEAST_LOADING = 0.02;
/** As a run writes itself, its last rounds move up within the place that is kept for them. */
const LEAST_ALIVE = 0.05;

type Shift = Readonly<{ value: number; what: string }>;

declare global {
  interface Window {
    shifts?: Shift[];
  }
}

/** What moved without the reader's doing, with how much. @param least smaller ones are left out */
async function shiftsOf(page: Page, least: number): Promise<Shift[]> {
  const shifts = await page.evaluate(() => window.shifts ?? []);
  return shifts.filter(({ value }) => value >= least);
}

/** In the page, before anything of it. */
function observe(): void {
  const shifts: Shift[] = [];
  window.shifts = shifts;
  const nameOf = (node: Node | null | undefined) =>
    node instanceof Element ? `${node.localName}.${node.className}#${node.id}` : node?.textContent;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value, hadRecentInput, sources } = entry as PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
        sources: readonly { node?: Node }[];
      };
      if (hadRecentInput) continue;
      shifts.push({ value, what: sources.map(({ node }) => nameOf(node)).join(', ') });
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

for (const path of PAGES) {
  test(`nothing moves on ${path}`, async ({ page }) => {
    await page.addInitScript(observe);
    await page.goto(path, { waitUntil: 'networkidle' });
    expect(await shiftsOf(page, LEAST_LOADING)).toEqual([]);
    const screens = await page.evaluate(() => document.body.scrollHeight / innerHeight);
    for (let screen = 1; screen < screens; screen++) {
      await page.evaluate(() => scrollBy({ top: innerHeight, behavior: 'instant' }));
      await page.waitForTimeout(150);
    }
    expect(await shiftsOf(page, LEAST_ALIVE)).toEqual([]);
  });
}
