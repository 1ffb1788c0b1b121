// Snapshots as a server gives them: one at a time in a thread of their own, ended after a while, remembered,
// and only so many of them new in a minute.

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { PanelId } from '@/packages/foretoken-embed/src/protocol';

export type Order = Readonly<{ panel: PanelId; query: string; kind: 'svg' | 'png' }>;
export type Taken =
  | Readonly<{ body: string | Uint8Array }>
  | Readonly<{ status: number; sentence: string }>;

export type Limits = Readonly<{
  /** How long one snapshot may take, ms. */
  ms: number;
  /** How many may wait. */
  waiting: number;
  /** How many are remembered. */
  kept: number;
  /** New ones at once, and per minute. */
  burst: number;
  perMinute: number;
}>;

export const LIMITS: Limits = { ms: 20_000, waiting: 8, kept: 256, burst: 30, perMinute: 20 };

/** @param file the bundled thread.ts */
export function createSnapshots(root: string, file: string, limits: Limits = LIMITS) {
  const kept = new Map<string, Taken>();
  let thread: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let left = limits.burst;
  let at = Date.now();

  /** True where one more may be taken now. Source: token bucket. */
  function afford(): boolean {
    const now = Date.now();
    left = Math.min(limits.burst, left + ((now - at) / 60_000) * limits.perMinute);
    at = now;
    if (left < 1) return false;
    left -= 1;
    return true;
  }

  function run(order: Order): Promise<Taken> {
    thread ??= new Worker(/* turbopackIgnore: true */ pathToFileURL(file), { workerData: root });
    const own = thread;
    return new Promise((resolve) => {
      const end = (taken: Taken) => {
        clearTimeout(timer);
        own.off('message', end).off('error', fail);
        resolve(taken);
      };
      const stop = (taken: Taken) => {
        end(taken);
        thread = undefined;
        void own.terminate();
      };
      const fail = (cause: unknown) => {
        console.error(cause);
        stop(refuse(500, 'The picture could not be drawn.'));
      };
      const late = refuse(503, `This run takes longer than ${limits.ms / 1000} seconds.`);
      const timer = setTimeout(stop, limits.ms, late);
      own.on('message', end).on('error', fail);
      own.postMessage(order);
    });
  }

  return {
    async take(order: Order): Promise<Taken> {
      const key = JSON.stringify([order.panel, order.query, order.kind]);
      const known = kept.get(key);
      if (known) return known;
      if (waiting >= limits.waiting)
        return refuse(503, 'Too many pictures are waited for. Try again soon.');
      if (!afford()) return refuse(429, 'Too many new pictures. Try again in a minute.');
      waiting += 1;
      const taken = last.then(() => run(order));
      last = taken.finally(() => {
        waiting -= 1;
      });
      const got = await taken;
      if ('body' in got) {
        kept.set(key, got);
        const [oldest] = kept.keys();
        if (kept.size > limits.kept && oldest !== undefined) kept.delete(oldest);
      }
      return got;
    },
    close: () => thread?.terminate(),
  };
}

function refuse(status: number, sentence: string): Taken {
  return { status, sentence };
}

/** One for all requests of this process. */
let snapshots: ReturnType<typeof createSnapshots> | undefined;

export function serverSnapshots() {
  const root = /* turbopackIgnore: true */ process.cwd();
  snapshots ??= createSnapshots(root, join(root, 'dist', 'snapshot-thread.mjs'));
  return snapshots;
}
