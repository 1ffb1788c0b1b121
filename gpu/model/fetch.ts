// What a source of files is, and whether what came is what was exported. In a browser files come
// through stored.ts and download.ts.

import { Fault } from './fault';
import type { FileEntry } from './manifest';

export type FetchOptions = Readonly<{
  /** What the manifest says of a weights file. A file without an entry is small, and checked by its schema. */
  entry?: FileEntry;
  /** Hears how many bytes have come so far; not called where they were here already. */
  onBytes?: (bytes: number) => void;
  /** Stops the download. What has come is kept for the next call. */
  signal?: AbortSignal;
}>;

/**
 * The content of a file below public/model/, for example `names/manifest.json`.
 * Whether it is what its entry says is for the caller to check, with `verifyFile`.
 * Throws Fault 'no-weights', or 'bad-weights' where damage was seen on the way.
 */
export type FetchFile = (path: string, options?: FetchOptions) => Promise<ArrayBuffer>;

/** SHA-256 in hexadecimal; null where there is none: browsers offer it to secure pages only. */
export async function sha256Of(content: BufferSource): Promise<string | null> {
  if (!globalThis.crypto?.subtle) return null;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Compare a file with its entry in the manifest. Throws Fault 'bad-weights'.
 * Where there is no SHA-256 the size alone is compared, and false returned.
 */
export async function verifyFile(entry: FileEntry, content: ArrayBuffer): Promise<boolean> {
  if (content.byteLength !== entry.bytes) throw wrongSize(entry, content.byteLength);
  const found = await sha256Of(content);
  if (found && found !== entry.sha256) throw damaged(entry.file, found, entry.sha256);
  return found !== null;
}

/** @param bytes that came */
export function wrongSize(entry: FileEntry, bytes: number): Fault {
  const found = `${entry.file}: ${bytes.toLocaleString('en')} bytes came`;
  const says = entry.bytes.toLocaleString('en');
  return new Fault('bad-weights', `${found}, the manifest says ${says}.`);
}

/** @param found SHA-256 of what came @param where in the file, such as ` in part 2 of 4`; all of it unless given */
export function damaged(file: string, found: string, expected: string, where = ''): Fault {
  const short = `${found.slice(0, 12)}…, the manifest says ${expected.slice(0, 12)}…`;
  return new Fault(
    'bad-weights',
    `${file}: the content is damaged${where}; its SHA-256 is ${short}.`,
  );
}
