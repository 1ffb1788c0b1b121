// How much a classroom takes, in one place; and a rate limiter.

import { RoomFault } from './fault';

/** Students of one room. */
export const MAX_PEOPLE = 500;
/** Rooms at a time, on all nodes together. */
export const MAX_ROOMS = 500;
/** A room is gone this long after its last sign of life, ms. */
export const ROOM_LIFE_MS = 2 * 60 * 60 * 1000;
/** A signed claim is void this long after it was made, ms: a school day and its evening. */
export const CLAIM_LIFE_MS = 16 * 60 * 60 * 1000;
/** A node says this often that it is alive, ms; and is taken for lost after so long without a word. */
export const BEAT_MS = 4_000;
export const NODE_LIFE_MS = 12_000;
/** A student who asks again and again is away after so long without asking, ms. */
export const ASKING_MS = 10_000;
/** Characters of a message, and of one with a figure. */
export const MAX_MESSAGE = 4_000;
export const MAX_FIGURE = 256_000;

/** Allows `burst` at once and `perSecond` over time. */
export type Rate = Readonly<{ burst: number; perSecond: number }>;

export const RATES = {
  /** Messages of one person. */
  say: { burst: 30, perSecond: 10 },
  /** Rooms opened from one address, and altogether. */
  open: { burst: 10, perSecond: 0.1 },
  openAll: { burst: 120, perSecond: 1 },
  /** Codes that were no room, tried from one address, and altogether: codes cannot be guessed in time. */
  miss: { burst: 60, perSecond: 0.2 },
  missAll: { burst: 300, perSecond: 2 },
} as const satisfies Record<string, Rate>;

/** Keys that are remembered at most; the one that was quiet longest is forgotten first. */
const MOST_KEYS = 20_000;

/** A token bucket for each key. Source: the leaky bucket as a meter, ITU-T I.371. */
export class Limiter {
  readonly #rate: Rate;
  readonly #now: () => number;
  readonly #buckets = new Map<string, { left: number; at: number }>();

  constructor(rate: Rate, now: () => number = Date.now) {
    this.#rate = rate;
    this.#now = now;
  }

  /** Counts one. Throws RoomFault 'too-many' with `sentence` where the bucket is empty. */
  take(key: string, sentence: string): void {
    const left = this.#left(key);
    if (left < 1) throw new RoomFault('too-many', sentence);
    this.#buckets.delete(key); // so that the map stays in the order of last use
    this.#buckets.set(key, { left: left - 1, at: this.#now() });
    if (this.#buckets.size > MOST_KEYS) {
      const [oldest] = this.#buckets.keys();
      if (oldest !== undefined) this.#buckets.delete(oldest);
    }
  }

  /** Takes back one that turned out not to count. */
  giveBack(key: string): void {
    const bucket = this.#buckets.get(key);
    if (bucket) bucket.left += 1;
  }

  #left(key: string): number {
    const { burst, perSecond } = this.#rate;
    const bucket = this.#buckets.get(key);
    if (!bucket) return burst;
    return Math.min(burst, bucket.left + ((this.#now() - bucket.at) / 1000) * perSecond);
  }
}
