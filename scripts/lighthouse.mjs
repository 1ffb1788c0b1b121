// `npm run lighthouse`: what a phone on a slow network sees of the built site, measured by Lighthouse in
// Chromium on this machine. The network is really held back and the processor really slowed while the page loads
// (no simulation afterwards), since a panel's mark can be read only as it happened. `--json` prints Lighthouse's own
// reports in full, besides the rows.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from './find-tools.mjs';
import { fail, root, serveBuild, tryPort } from './set-up.mjs';

const PATHS = ['/', '/en/sampling-is-a-lookup', '/en/kept-exact'];

/** Set by the page when the first panel answers a hand (components/cells/use-cell.ts). */
export const PANEL_MARK = 'foretoken-panel';

const RTT_MS = 40;
const KBPS = 10 * 1024;
const SLOWDOWN = 4;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

/**
 * What the table says of one page.
 * @param report Lighthouse's result (`lhr`)
 * @returns times in ms since the navigation began, `panelMs` null where no panel set its mark; kB (1000 bytes) of
 *   script as sent, compressed; scores from 0 to 100, null where Lighthouse could not tell
 * Throws with Lighthouse's sentence where the page could not be measured.
 */
export function rowOf(report) {
  const { audits, categories, requestedUrl, runtimeError } = report;
  if (runtimeError) throw new Error(`${requestedUrl}: ${runtimeError.message}`);
  const marks = itemsOf(audits['user-timings']).filter(({ name }) => name === PANEL_MARK);
  const scripts = itemsOf(audits['network-requests']).filter(
    (one) => one.resourceType === 'Script',
  );
  return {
    path: new URL(requestedUrl).pathname,
    lcpMs: Math.round(audits['largest-contentful-paint'].numericValue),
    panelMs: marks.length ? Math.round(Math.min(...marks.map((mark) => mark.startTime))) : null,
    cls: audits['cumulative-layout-shift'].numericValue,
    scriptKB: scripts.reduce((sum, { transferSize }) => sum + transferSize, 0) / 1000,
    scores: CATEGORIES.map((name) => percent(categories[name].score)),
  };
}

/** Rows as a Markdown table. */
export function tableOf(rows) {
  const head = ['page', 'LCP', 'first panel', 'CLS', 'script', ...CATEGORIES];
  const cells = rows.map(({ path, lcpMs, panelMs, cls, scriptKB, scores }) => [
    ...[path, `${lcpMs} ms`, panelMs === null ? '–' : `${panelMs} ms`],
    ...[cls.toFixed(3), `${scriptKB.toFixed(0)} kB`, ...scores.map((score) => score ?? '–')],
  ]);
  return [head, head.map(() => '---'), ...cells]
    .map((line) => `| ${line.join(' | ')} |`)
    .join('\n');
}

function itemsOf(audit) {
  return audit?.details?.items ?? [];
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
  const reports = await measure(executablePath);
  const rows = reports.map(rowOf);
  if (process.argv.includes('--json')) return console.log(JSON.stringify({ rows, reports }));
  const [{ lighthouseVersion, environment }] = reports;
  console.log(tableOf(rows));
  console.log(
    `\nLighthouse ${lighthouseVersion}, once a page, as a phone; ${KBPS / 1024} Mbit/s, ${RTT_MS} ms there and back, ` +
      `processor slowed ${SLOWDOWN} times (it scores ${environment.benchmarkIndex} before that); no GPU.`,
  );
}

/** Lighthouse's result for each of PATHS. */
async function measure(executablePath) {
  const [{ chromium }, { default: lighthouse }, { throttling }] = await Promise.all([
    import('@playwright/test'),
    import('lighthouse'),
    import('lighthouse/core/config/constants.js'),
  ]);
  // Requests are held back one by one; these factors, Lighthouse's own, make that like a slow line.
  const { DEVTOOLS_RTT_ADJUSTMENT_FACTOR, DEVTOOLS_THROUGHPUT_ADJUSTMENT_FACTOR } = throttling;
  const throughput = KBPS * DEVTOOLS_THROUGHPUT_ADJUSTMENT_FACTOR;
  const port = await tryPort(0);
  const args = ['--headless=new', '--no-sandbox', `--remote-debugging-port=${port}`];
  const browser = await chromium.launch({ executablePath, args });
  const site = await serveBuild();
  try {
    const reports = [];
    for (const path of PATHS) {
      const { lhr } = await lighthouse(`${site.url}${path}`, {
        port,
        logLevel: 'error',
        onlyCategories: CATEGORIES,
        throttlingMethod: 'devtools',
        throttling: {
          requestLatencyMs: RTT_MS * DEVTOOLS_RTT_ADJUSTMENT_FACTOR,
          downloadThroughputKbps: throughput,
          uploadThroughputKbps: throughput,
          cpuSlowdownMultiplier: SLOWDOWN,
        },
      });
      reports.push(lhr);
    }
    return reports;
  } finally {
    await browser.close();
    site.child.kill('SIGKILL');
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
