// The bench in Chromium: asks pages for one measurement after the other. What they are served with is in
// site.ts, what they run in page.ts.

import { type Browser, chromium } from '@playwright/test';
import { type Compared, TOLERANCE } from './compare';
import type { Measured } from './here';
import { type PeerMode, peerName, WASM_PEER } from './onnx-peer';
import type { Bench, Trial } from './page';
import { interleave, type Times, timesOf } from './rounds';
import { type Bytes, type Site, serveSite } from './site';

/** Milliseconds until something that hangs is given up. */
const PATIENCE = 600_000;
const FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--enable-unsafe-webgpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--no-first-run',
];
/** The machine's own GPU; where there is none, the software adapter that comes with Chromium. */
const ADAPTERS = ['--enable-features=Vulkan', '--use-webgpu-adapter=swiftshader'];

/** A page that loads a model and writes one token: its time from the start, and what was sent to it. */
export type Start = Readonly<{ engine: string; ms: Times }> & Bytes;
export type Tried = Trial | Readonly<{ mode: PeerMode; failed: string }>;

export type InBrowser = Readonly<{
  browser: string;
  adapter: string;
  /** Whether it is a program on the CPU. */
  software: boolean;
  /** Ways to run onnxruntime-web on WebGPU, each tried on names; the fastest right one is compared. */
  trials: readonly Tried[];
  calls: readonly Compared[];
  starts: readonly Start[];
  engines: readonly Measured[];
}>;

export type Setting = Readonly<{
  /** The package's folder. */
  root: string;
  /** Path of a Chromium. */
  executablePath: string;
  rounds: number;
  /** Hears what is being done. */
  say: (line: string) => void;
}>;

export async function benchInBrowser(setting: Setting): Promise<InBrowser> {
  const { say, root, rounds } = setting;
  const site = await serveSite(root);
  let browser: Browser | undefined;
  try {
    const found = await launch(setting.executablePath, site);
    browser = found.browser;
    const ask = asker(browser, site);
    const version = browser.version();
    const { name: adapter, software } = found.adapter;
    say(`Chromium ${version}; its GPU: ${adapter}`);
    const trials = await tryModes(say, (mode) => ask('tryMode', 'names', mode));
    const fastest = fastestMode(trials);
    const modes = [...(fastest ? [fastest] : []), WASM_PEER];
    say(`tales: the same calls, ${rounds} rounds`);
    const calls = await ask('compare', 'tales', modes, rounds);
    say(`from an empty page to the first token, ${rounds} rounds`);
    const starts = await startAll(browser, site, modes, rounds);
    const engines: Measured[] = [];
    for (const kind of ['webgpu', 'cpu'] as const) {
      say(`${kind}: constants and decoding methods, ${rounds} rounds`);
      engines.push(await ask('measure', kind, rounds));
    }
    return { browser: version, adapter, software, trials, calls, starts, engines };
  } finally {
    await browser?.close();
    site.close();
  }
}

async function launch(executablePath: string, site: Site) {
  for (const flag of ADAPTERS) {
    const browser = await chromium.launch({ executablePath, args: [...FLAGS, flag] });
    const adapter = await asker(browser, site)('adapter');
    if (adapter) return { browser, adapter };
    await browser.close();
  }
  throw new Error('Chromium offers no WebGPU here, not even its software adapter.');
}

/** Calls a function of page.ts in a fresh page. */
function asker(browser: Browser, site: Site) {
  return async <K extends keyof Bench>(
    method: K,
    ...values: Parameters<Bench[K]>
  ): Promise<Awaited<ReturnType<Bench[K]>>> => {
    const page = await browser.newPage();
    try {
      await page.goto(`${site.origin}/page.html`);
      const found = page.evaluate(
        ([name, given]) => {
          const { bench } = globalThis as unknown as { bench: Record<string, Method> };
          return bench[name]?.(...given);
        },
        [method, values] as const,
      );
      return (await inTime(found)) as Awaited<ReturnType<Bench[K]>>;
    } finally {
      await page.close();
    }
  };
}

type Method = (...values: readonly unknown[]) => unknown;

/**
 * Tries each build, then each kind of attention on the fastest build, then each place for keys and values.
 * A mode that fails, or computes something else, is not the fastest.
 */
async function tryModes(
  say: Setting['say'],
  tryMode: (mode: PeerMode) => Promise<Trial>,
): Promise<Tried[]> {
  const tried: Tried[] = [];
  const attempt = async (mode: PeerMode) => {
    const failed = (cause: unknown) => ({ mode, failed: `${cause}`.split('\n')[0] ?? '' });
    const trial = await tryMode(mode).catch(failed);
    const found = 'ms' in trial ? `${meanOf(trial).toFixed(1)} ms` : trial.failed;
    say(`tried ${peerName(mode)}: ${found}`);
    tried.push(trial);
  };
  let best: PeerMode = { build: 'webgpu', attention: 'plain', cache: 'gpu' };
  await attempt(best);
  const others: Partial<PeerMode>[][] = [
    [{ build: 'jspi' }, { build: 'all' }],
    [{ attention: 'fused' }],
    [{ cache: 'cpu' }, { cache: 'captured' }],
  ];
  for (const step of others) {
    for (const other of step) await attempt({ ...best, ...other });
    best = fastestMode(tried) ?? best;
  }
  return tried;
}

/** Of those whose logits are right. */
function fastestMode(tried: readonly Tried[]): PeerMode | undefined {
  return tried
    .flatMap((trial) => ('ms' in trial && trial.difference <= TOLERANCE ? [trial] : []))
    .sort((a, b) => meanOf(a) - meanOf(b))[0]?.mode;
}

/** The geometric mean of a trial's calls. */
function meanOf({ ms }: Trial): number {
  const values = Object.values(ms);
  return values.reduce((product, value) => product * value, 1) ** (1 / values.length);
}

/** Every engine in an empty page, again and again. */
async function startAll(
  browser: Browser,
  site: Site,
  modes: readonly PeerMode[],
  rounds: number,
): Promise<Start[]> {
  const addresses = new Map([
    ['ours, WebGPU', 'first-ours.html?engine=webgpu'],
    ['ours, WASM', 'first-ours.html?engine=cpu'],
    ...modes.map((mode) => {
      const query = encodeURIComponent(JSON.stringify(mode));
      return [peerName(mode), `first-peer.html?mode=${query}`] as const;
    }),
  ]);
  const bytes = new Map<string, Bytes>();
  const jobs = new Map(
    [...addresses].map(([name, address]) => [
      name,
      async () => {
        site.forget();
        const context = await browser.newContext(); // with empty caches
        const page = await context.newPage();
        await page.goto(`${site.origin}/${address}`);
        const ms = await inTime(
          page.evaluate(
            () => (globalThis as unknown as { firstToken: Promise<number> }).firstToken,
          ),
        );
        await context.close();
        bytes.set(name, site.sent());
        return ms;
      },
    ]),
  );
  const times = await interleave(jobs, rounds);
  return [...times].map(([engine, list]) => ({
    engine,
    ms: timesOf(list),
    ...(bytes.get(engine) ?? { bytes: 0, compressed: 0 }),
  }));
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer in ${PATIENCE / 1000} s`)), PATIENCE);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
