// Where rooms are kept: an ordered log of events for each, with a snapshot of the room in front. Two ways
// to keep it: memory-log.ts, redis-log.ts.

import type { Room, RoomEvent } from './room';

/** An event and its place in the order of its room's log. */
export type Entry = Readonly<{ id: string; event: RoomEvent }>;

/** A room, and the place of the last event that it knows. */
export type Snapshot = Readonly<{ id: string; room: Room }>;

export interface RoomLog {
  /** Begins a room's log. @returns false where there is one of this code already */
  open(room: Room): Promise<boolean>;
  /** Adds an event and keeps the room alive for another while. @returns false where there is no room */
  append(code: string, event: RoomEvent): Promise<boolean>;
  /** The snapshot and every later event, or null where there is no room. */
  read(code: string): Promise<Readonly<{ snapshot: Snapshot; entries: readonly Entry[] }> | null>;
  /** Events behind the place `id`, in order; null where there is no room. */
  readAfter(code: string, id: string): Promise<readonly Entry[] | null>;
  /** Calls `onNews` whenever something was appended, by any node. @returns how to stop */
  watch(code: string, onNews: () => void): Promise<() => void>;
  /** Puts a newer snapshot in front and forgets the events that it knows. */
  compact(code: string, snapshot: Snapshot): Promise<void>;
  /** Rooms that are alive. */
  count(): Promise<number>;
  /** The key that claims are signed with: the same after a restart, and on every node. */
  key(): Promise<Uint8Array>;
  /** Says that this node is alive, and hears which others are. */
  beat(node: string): Promise<ReadonlySet<string>>;
  close(): Promise<void>;
}
