// `npm run lighthouse`: what a phone on a slow line sees of the built site, in Chromium on this machine. Twice: the
// times as they happen, with the line really held back and the processor really slowed, and the four scores of
// Lighthouse, which loads at full speed and works out what a slow phone would do. `--json` prints what was found;
// `--write` keeps it in scripts/lighthouse.json, from which results.mjs makes the README's table.

import { existsSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from 'd3-array';
import { findChromium } from './find-tools.mjs';
import { LIGHTHOUSE_RESULT, loading, writeResults } from './results.mjs';
import { fail, root, serveBuild, tryPort } from './set-up.mjs';

const PATHS = ['/', '/en/sampling-is-a-lookup', '/en/kept-exact'];

/** Set by the page when its first panel answers a hand (components/ui/late.tsx). */
export const PANEL_MARK = 'foretoken-panel';

const RTT_MS = 40;
const KBPS = 10 * 1024;
const SLOWDOWN = 4;
const LOADS = 3;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

/**
 * What the table says of one page.
 * @param loads what each load measured: times in ms since the navigation began, the sum of layout shifts, and kB
 *   (1000 bytes) of script as sent, compressed
 * @param report Lighthouse's result (`lhr`)
 * @returns the median of each measure; `panelMs` null where no panel set its mark; scores from 0 to 100, null
 *   where Lighthouse could not tell
 * Throws with Lighthouse's sentence where the page could not be measured.
 */
export function rowOf(loads, { categories, requestedUrl, runtimeError }) {
  if (runtimeError) throw new Error(`${requestedUrl}: ${runtimeError.message}`);
  const medians = ['lcpMs', 'panelMs', 'shift', 'scriptKB'].map((name) => [
    name,
    middleOf(loads.map((load) => load[name])),
  ]);
  return {
    path: new URL(requestedUrl).pathname,
    ...Object.fromEntries(medians),
    scores: CATEGORIES.map((name) => percent(categories[name].score)),
  };
}

/** The median; null where a value is missing. */
function middleOf(values) {
  return values.includes(null) ? null : median(values);
}

function percent(score) {
  return score === null ? null : Math.round(score * 100);
}

async function main() {
  if (!existsSync(join(root, '.next', 'BUILD_ID'))) {
    fail('There is no build to measure. Make one first: npm run build');
  }
  const executablePath = await findChromium();
  if (!executablePath) process.exit(1);
  const [{ chromium }, { default: lighthouse }] = await Promise.all([
    import('@playwright/test'),
    import('lighthouse'),
  ]);
  const port = await tryPort(0);
  const site = await serveBuild();
  const browser = await chromium.launch({
    executablePath,
    args: ['--headless=new', '--no-sandbox', `--remote-debugging-port=${port}`],
  });
  try {
    const found = await measure(site.url, browser, (url) => lighthouse(url, lighthouseFlags(port)));
    console.log(process.argv.includes('--json') ? JSON.stringify(found) : loading(found));
    if (!process.argv.includes('--write')) return;
    writeFileSync(join(root, LIGHTHOUSE_RESULT), `${JSON.stringify(found, null, 2)}\n`);
    writeResults();
  } finally {
    await browser.close();
    site.child.kill('SIGKILL');
  }
}

async function measure(site, browser, lighthouse) {
  const busyBefore = Math.round(loadavg()[0] * 10) / 10;
  const rows = [];
  const speeds = [];
  for (const path of PATHS) {
    console.error(`${path}: ${LOADS} loads, then Lighthouse …`);
    const url = `${site}${path}`;
    const loads = [];
    while (loads.length < LOADS) loads.push(await load(browser, url));
    const { lhr } = await lighthouse(url);
    rows.push(rowOf(loads, lhr));
    speeds.push(lhr.environment.benchmarkIndex);
  }
  return {
    ...{ date: new Date().toISOString().slice(0, 10), busyBefore, loads: LOADS },
    machine: `${cpus()[0]?.model.trim()}, ${cpus().length} cores, no GPU`,
    chromium: browser.version(),
    // By Lighthouse's own measure: 1500 and more is a desktop computer, which the slowdown makes a phone.
    benchmark: Math.round(median(speeds)),
    ...{ mbit: KBPS / 1024, rttMs: RTT_MS, slowdown: SLOWDOWN, rows },
  };
}

function lighthouseFlags(port) {
  return {
    port,
    logLevel: 'error',
    onlyCategories: CATEGORIES,
    throttling: { rttMs: RTT_MS, throughputKbps: KBPS, cpuSlowdownMultiplier: SLOWDOWN },
  };
}

/** One load of a page by a slow phone that has never been here. Shifts are counted until some seconds after it. */
async function load(browser, url) {
  const page = await browser.newPage({ viewport: { width: 412, height: 823 }, isMobile: true });
  const devtools = await page.context().newCDPSession(page);
  const bytesPerSecond = (KBPS * 1000) / 8;
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: RTT_MS },
    ...{ downloadThroughput: bytesPerSecond, uploadThroughput: bytesPerSecond },
  });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  await page.addInitScript(observe);
  await page.goto(url);
  const answered = (mark) => performance.getEntriesByName(mark).length > 0;
  await page.waitForFunction(answered, PANEL_MARK, { timeout: 30_000 }).catch(() => {});
  await page.waitForTimeout(3000);
  const measured = await page.evaluate(read, PANEL_MARK);
  await page.close();
  return measured;
}

/** In the page, before anything of it: remembers what can only be heard of. */
function observe() {
  const seen = { lcpMs: 0, shift: 0 };
  const hear = (type, listener) =>
    new PerformanceObserver((list) => list.getEntries().forEach(listener)).observe({
      type,
      buffered: true,
    });
  hear('largest-contentful-paint', ({ startTime }) => {
    seen.lcpMs = startTime;
  });
  hear('layout-shift', ({ value, hadRecentInput }) => {
    if (!hadRecentInput) seen.shift += value;
  });
  window.seen = seen;
}

/** In the page, at the end. */
function read(mark) {
  const scripts = performance
    .getEntriesByType('resource')
    .filter(({ name }) => new URL(name).pathname.endsWith('.js'));
  const bytes = scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
  const panelMs = performance.getEntriesByName(mark)[0]?.startTime ?? null;
  return { ...window.seen, panelMs, scriptKB: bytes / 1000 };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
