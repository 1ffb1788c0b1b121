// The thread in which a server takes snapshots: a run that lasts too long ends with its thread (server.ts).
// Bundled by scripts/before-build.mjs.

import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { Resvg } from '@resvg/resvg-js';
import type { Order, Taken } from './server';
import { Refusal, takeSnapshot } from './take';

const root: string = workerData;

/** Static faces: a rasteriser reads neither WOFF2 nor variable fonts. */
const FACES = [
  ...['400Regular', '500Medium', '600SemiBold', '700Bold'].map(
    (face) => `inter/${face}/Inter_${face}.ttf`,
  ),
  ...['400Regular', '500Medium', '700Bold'].map(
    (face) => `jetbrains-mono/${face}/JetBrainsMono_${face}.ttf`,
  ),
].map((file) => join(root, 'node_modules/@expo-google-fonts', file));

/** A PNG has twice the pixels that the picture has px. */
const ZOOM = 2;

parentPort?.on('message', async ({ panel, query, kind }: Order) => {
  parentPort?.postMessage(await take(panel, query, kind));
});

async function take(panel: Order['panel'], query: string, kind: Order['kind']): Promise<Taken> {
  try {
    const svg = await takeSnapshot(root, panel, query);
    return { body: kind === 'svg' ? svg : pngOf(svg) };
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    return { status: cause.status, sentence: cause.message };
  }
}

function pngOf(svg: string): Uint8Array {
  const font = { fontFiles: FACES, loadSystemFonts: false, defaultFontFamily: 'Inter' };
  return new Resvg(svg, { font, fitTo: { mode: 'zoom', value: ZOOM } }).render().asPng();
}
