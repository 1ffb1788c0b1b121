// Where files come from, and whether what came is what was exported.

import { Fault } from './fault';
import type { FileEntry } from './manifest';

/**
 * The content of a file below public/model/, for example `names/manifest.json`.
 * `onBytes` hears how many bytes have come so far. Throws Fault 'no-weights'.
 */
export type FetchFile = (path: string, onBytes?: (bytes: number) => void) => Promise<ArrayBuffer>;

/** Fetch from `base`, for example `/model/`. Files are revalidated: old weights never meet a new manifest. */
export function fetchFrom(base: string): FetchFile {
  return async (path, onBytes) => {
    try {
      const response = await fetch(base + path, { cache: 'no-cache' });
      if (!response.ok || !response.body) {
        throw new Fault(
          'no-weights',
          `${path} could not be fetched: the server says ${response.status}.`,
        );
      }
      return await readAll(response.body, onBytes);
    } catch (cause) {
      if (cause instanceof Fault) throw cause;
      throw new Fault('no-weights', `${path} could not be fetched: the network failed.`, { cause });
    }
  };
}

async function readAll(body: ReadableStream<Uint8Array>, onBytes?: (bytes: number) => void) {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const reader = body.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    parts.push(new Uint8Array(next.value));
    bytes += next.value.byteLength;
    onBytes?.(bytes);
  }
  return new Blob(parts).arrayBuffer();
}

/**
 * Compare a file with its entry in the manifest. Throws Fault 'bad-weights'.
 * Browsers offer SHA-256 to secure pages only; elsewhere the size alone is compared, and false returned.
 */
export async function verifyFile(entry: FileEntry, content: ArrayBuffer): Promise<boolean> {
  const { file, bytes, sha256 } = entry;
  if (content.byteLength !== bytes) {
    const found = `${file}: ${content.byteLength.toLocaleString('en')} bytes came`;
    throw new Fault('bad-weights', `${found}, the manifest says ${bytes.toLocaleString('en')}.`);
  }
  if (!globalThis.crypto?.subtle) return false;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  const found = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (found !== sha256) {
    const short = `${found.slice(0, 12)}…, the manifest says ${sha256.slice(0, 12)}…`;
    throw new Fault('bad-weights', `${file}: the content is damaged; its SHA-256 is ${short}.`);
  }
  return true;
}
