// The thread in which a server takes snapshots: a run that lasts too long ends with its thread (server.ts).
// Bundled by scripts/before-build.mjs.

import { parentPort, workerData } from 'node:worker_threads';
import { pngOf } from './png';
import type { Order, Taken } from './server';
import { Refusal, takeSnapshot } from './take';

const root: string = workerData;

/** A PNG has twice the pixels that the picture has px. */
const ZOOM = 2;

parentPort?.on('message', async ({ panel, query, kind }: Order) => {
  parentPort?.postMessage(await take(panel, query, kind));
});

async function take(panel: Order['panel'], query: string, kind: Order['kind']): Promise<Taken> {
  try {
    const svg = await takeSnapshot(root, panel, query);
    return { body: kind === 'svg' ? svg : pngOf(root, svg, ZOOM) };
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    return { status: cause.status, sentence: cause.message };
  }
}
