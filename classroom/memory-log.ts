// Rooms in the memory of one process: the default. A restart forgets them, and the people's own claims and
// words bring them back; see node.ts.

import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { ROOM_LIFE_MS } from './limits';
import type { Entry, RoomLog, Snapshot } from './log';
import type { Room, RoomEvent } from './room';

type Kept = { snapshot: Snapshot; entries: Entry[]; lastMs: number };

export class MemoryLog implements RoomLog {
  readonly #rooms = new Map<string, Kept>();
  readonly #watchers = new Map<string, Set<() => void>>();
  readonly #keyFile: string;
  readonly #now: () => number;
  #count = 0;

  /** @param keyFile where the signing key is kept; made when it is not there */
  constructor(keyFile: string, now: () => number = Date.now) {
    this.#keyFile = keyFile;
    this.#now = now;
  }

  async open(room: Room): Promise<boolean> {
    if (this.#room(room.code)) return false;
    const snapshot = { id: this.#next(), room };
    this.#rooms.set(room.code, { snapshot, entries: [], lastMs: this.#now() });
    return true;
  }

  async append(code: string, event: RoomEvent): Promise<boolean> {
    const kept = this.#room(code);
    if (!kept) return false;
    kept.entries.push({ id: this.#next(), event });
    kept.lastMs = this.#now();
    for (const onNews of this.#watchers.get(code) ?? []) onNews();
    return true;
  }

  async read(code: string) {
    const kept = this.#room(code);
    return kept ? { snapshot: kept.snapshot, entries: [...kept.entries] } : null;
  }

  async readAfter(code: string, id: string): Promise<readonly Entry[] | null> {
    const entries = this.#room(code)?.entries;
    if (!entries) return null;
    const before = entries.findLastIndex((entry) => Number(entry.id) <= Number(id));
    return entries.slice(before + 1);
  }

  async watch(code: string, onNews: () => void): Promise<() => void> {
    const watchers = this.#watchers.get(code) ?? new Set();
    this.#watchers.set(code, watchers.add(onNews));
    return () => {
      watchers.delete(onNews);
      if (watchers.size === 0) this.#watchers.delete(code);
    };
  }

  async compact(code: string, snapshot: Snapshot): Promise<void> {
    const kept = this.#room(code);
    if (!kept) return;
    kept.entries = kept.entries.filter(({ id }) => Number(id) > Number(snapshot.id));
    kept.snapshot = snapshot;
  }

  async count(): Promise<number> {
    return [...this.#rooms.keys()].filter((code) => this.#room(code)).length;
  }

  async key(): Promise<Uint8Array> {
    if (!existsSync(this.#keyFile)) {
      writeFileSync(this.#keyFile, randomBytes(32).toString('hex'), { mode: 0o600 });
    }
    return Buffer.from(readFileSync(this.#keyFile, 'utf8').trim(), 'hex');
  }

  async beat(node: string): Promise<ReadonlySet<string>> {
    return new Set([node]);
  }

  async close(): Promise<void> {
    this.#rooms.clear();
  }

  /** A room, unless it was quiet for too long: then it is gone now. */
  #room(code: string): Kept | undefined {
    const kept = this.#rooms.get(code);
    if (!kept || this.#now() - kept.lastMs <= ROOM_LIFE_MS) return kept;
    this.#rooms.delete(code);
    return undefined;
  }

  #next(): string {
    this.#count += 1;
    return String(this.#count);
  }
}
