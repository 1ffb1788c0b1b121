// Rooms in Redis, for several nodes behind any balancer: a stream and a snapshot for each room, and a word on
// a channel for each event. Keys end by themselves two hours after the room's last sign of life.

import { randomBytes } from 'node:crypto';
import { createClient } from 'redis';
import { NODE_LIFE_MS, ROOM_LIFE_MS } from './limits';
import type { Entry, RoomLog, Snapshot } from './log';
import type { Room, RoomEvent } from './room';

const PREFIX = 'foretoken:classroom:';
const ROOMS = `${PREFIX}rooms`;
const NODES = `${PREFIX}nodes`;
const snapshotKey = (code: string) => `${PREFIX}${code}:snapshot`;
const eventsKey = (code: string) => `${PREFIX}${code}:events`;
const channel = (code: string) => `${PREFIX}${code}`;

type Redis = ReturnType<typeof connect>;

function connect(url: string) {
  const client = createClient({ url });
  // Without a listener a lost connection would end the process; the client connects again by itself.
  client.on('error', () => {});
  return client;
}

/** A snapshot replaces an older one alone: two nodes may write at the same time. */
const COMPACT = `
local kept = redis.call('GET', KEYS[1])
if not kept or cjson.decode(kept).room.version >= tonumber(ARGV[2]) then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[4])
redis.call('XTRIM', KEYS[2], 'MINID', ARGV[3])
return 1`;

export class RedisLog implements RoomLog {
  readonly #redis: Redis;
  readonly #ears: Redis;
  readonly #watchers = new Set<() => void>();

  private constructor(redis: Redis, ears: Redis) {
    this.#redis = redis;
    this.#ears = ears;
    // What was said while the connection was lost is read when it is back.
    ears.on('ready', () => {
      for (const onNews of this.#watchers) onNews();
    });
  }

  static async connect(url: string): Promise<RedisLog> {
    const [redis, ears] = [connect(url), connect(url)];
    await Promise.all([redis.connect(), ears.connect()]);
    return new RedisLog(redis, ears);
  }

  async open(room: Room): Promise<boolean> {
    const snapshot: Snapshot = { id: '0-0', room };
    const made = await this.#redis.set(snapshotKey(room.code), JSON.stringify(snapshot), {
      condition: 'NX',
      expiration: { type: 'PX', value: ROOM_LIFE_MS },
    });
    if (made === null) return false;
    await this.#redis.zAdd(ROOMS, { score: Date.now(), value: room.code });
    return true;
  }

  async append(code: string, event: RoomEvent): Promise<boolean> {
    if (!(await this.#redis.exists(snapshotKey(code)))) return false;
    await this.#redis
      .multi()
      .xAdd(eventsKey(code), '*', { event: JSON.stringify(event) })
      .pExpire(eventsKey(code), ROOM_LIFE_MS)
      .pExpire(snapshotKey(code), ROOM_LIFE_MS)
      .zAdd(ROOMS, { score: Date.now(), value: code })
      .publish(channel(code), '')
      .exec();
    return true;
  }

  async read(code: string) {
    // Together, so that no snapshot comes between.
    const [kept, found] = await this.#redis
      .multi()
      .get(snapshotKey(code))
      .xRange(eventsKey(code), '-', '+')
      .execTyped();
    if (typeof kept !== 'string') return null;
    const snapshot = JSON.parse(kept) as Snapshot;
    // Trimming leaves the event that the snapshot knows last.
    return { snapshot, entries: parseEntries(found).filter(({ id }) => id !== snapshot.id) };
  }

  async readAfter(code: string, id: string): Promise<readonly Entry[] | null> {
    const [alive, found] = await this.#redis
      .multi()
      .exists(snapshotKey(code))
      .xRange(eventsKey(code), `(${id}`, '+')
      .execTyped();
    return alive ? parseEntries(found) : null;
  }

  async watch(code: string, onNews: () => void): Promise<() => void> {
    const listener = () => onNews();
    this.#watchers.add(listener);
    await this.#ears.subscribe(channel(code), listener);
    return () => {
      this.#watchers.delete(listener);
      if (this.#ears.isOpen) void this.#ears.unsubscribe(channel(code), listener);
    };
  }

  async compact(code: string, snapshot: Snapshot): Promise<void> {
    const { id, room } = snapshot;
    await this.#redis.eval(COMPACT, {
      keys: [snapshotKey(code), eventsKey(code)],
      arguments: [JSON.stringify(snapshot), String(room.version), id, String(ROOM_LIFE_MS)],
    });
  }

  async count(): Promise<number> {
    await this.#redis.zRemRangeByScore(ROOMS, '-inf', Date.now() - ROOM_LIFE_MS);
    return this.#redis.zCard(ROOMS);
  }

  async key(): Promise<Uint8Array> {
    await this.#redis.set(`${PREFIX}key`, randomBytes(32).toString('hex'), { condition: 'NX' });
    return Buffer.from((await this.#redis.get(`${PREFIX}key`)) ?? '', 'hex');
  }

  async beat(node: string): Promise<ReadonlySet<string>> {
    const now = Date.now();
    await this.#redis.zAdd(NODES, { score: now, value: node });
    await this.#redis.zRemRangeByScore(NODES, '-inf', now - NODE_LIFE_MS);
    return new Set(await this.#redis.zRange(NODES, 0, -1));
  }

  async close(): Promise<void> {
    await Promise.all([this.#redis.close(), this.#ears.close()]);
  }
}

type Found = readonly Readonly<{ id: string; message: Readonly<Record<string, string>> }>[];

/** The border where JSON comes in; it was checked before it went out. */
function parseEntries(found: unknown): Entry[] {
  return (found as Found).map(({ id, message }) => {
    return { id, event: JSON.parse(message.event ?? '') as RoomEvent };
  });
}
