// A room as one node has it: kept up to date from the log, and told to everyone who is connected here.

import type { Claims, Role } from './claims';
import type { Lesson } from './lesson';
import { lessonOf } from './lessons';
import type { RoomLog, Snapshot } from './log';
import { nodeOf, type Room, type RoomEvent, reduce } from './room';
import { mine, shared, type View } from './view';

/** Parts of the view that are new to a connection, as JSON. */
export type Send = (parts: string) => void;
type Part = keyof View;
type Connection = {
  claims: Claims;
  device: string;
  line: string;
  send: Send;
  sent: Map<Part, string>;
};

/** After news went out, further news waits this long, ms, so that a class that answers at once is told in one. */
const PAUSE_MS = 80;
/** Events after which the log gets a new snapshot. */
const COMPACT_AFTER = 500;

export class LiveRoom {
  readonly #log: RoomLog;
  readonly #connections = new Set<Connection>();
  #known: Snapshot;
  #since = 0;
  #reading: Promise<void> | undefined;
  #again = false;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #news = false;
  #touchedMs = Date.now();
  #leave: (() => void) | undefined;

  private constructor(log: RoomLog, known: Snapshot) {
    this.#log = log;
    this.#known = known;
  }

  /** The room of this code; null where there is none. Must be closed. */
  static async find(log: RoomLog, code: string): Promise<LiveRoom | null> {
    const kept = await log.read(code);
    if (!kept) return null;
    const live = new LiveRoom(log, kept.snapshot);
    // A log that is closed, or does not answer, is read with the next word in the room.
    live.#leave = await log.watch(code, () => void live.update().catch(() => {}));
    await live.update();
    return live;
  }

  get room(): Room {
    return this.#known.room;
  }

  get lesson(): Lesson {
    return lessonOf(this.room.lesson, this.room.language);
  }

  /** Somebody needs it: it is not idle for a while. */
  touch(): void {
    this.#touchedMs = Date.now();
  }

  /** Whether nobody was connected or came for `ms`. */
  isIdle(ms: number): boolean {
    return this.#connections.size === 0 && Date.now() - this.#touchedMs > ms;
  }

  /** Read what is new in the log. Calls that come meanwhile are answered by one more reading. */
  update(): Promise<void> {
    this.#again = true;
    this.#reading ??= this.#read().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async #read(): Promise<void> {
    while (this.#again) {
      this.#again = false;
      const entries = (await this.#log.readAfter(this.room.code, this.#known.id)) ?? [];
      let { id, room } = this.#known;
      for (const entry of entries) [id, room] = [entry.id, reduce(room, entry.event)];
      const changed = room !== this.room;
      this.#known = { id, room };
      if (changed) this.#tellSoon();
      this.#since += entries.length;
      if (this.#since < COMPACT_AFTER) continue;
      this.#since = 0;
      await this.#log.compact(room.code, this.#known);
    }
  }

  /** Tells the whole view at once, then what changes. @returns how to stop */
  connect(claims: Claims, device: string, line: string, send: Send): () => void {
    const connection: Connection = { claims, device, line, send, sent: new Map() };
    this.#connections.add(connection);
    this.#tell(connection, new Map());
    return () => this.#connections.delete(connection);
  }

  /**
   * What the room has wrong about who is here: lines of nodes that are gone, and lines of ours that it took for
   * gone while this node was too busy to say that it lives.
   */
  corrections(own: string, alive: ReadonlySet<string>): RoomEvent[] {
    const { people } = this.room;
    const lines = Object.values(people).flatMap(({ open }) => Object.values(open));
    const lost = [...new Set(lines.map(nodeOf))].filter((node) => node !== own && !alive.has(node));
    const ours = [...this.#connections].filter(({ claims, device }) => {
      return claims.role === 'student' && !people[claims.person]?.open[device];
    });
    return [
      ...lost.map((node) => ({ kind: 'lost', node }) as const),
      ...ours.map(({ claims: by, device, line: connection }) => {
        return { kind: 'here', by, device, connection } as const;
      }),
    ];
  }

  /** All of what somebody may see, for those who ask again and again. */
  view(claims: Claims, device: string): View {
    return {
      ...shared(this.room, this.lesson, claims.role),
      mine: mine(this.room, claims, device),
    };
  }

  close(): void {
    clearTimeout(this.#pause);
    this.#leave?.();
  }

  #tellSoon(): void {
    this.#news = true;
    if (this.#pause) return;
    this.#tellAll();
    this.#pause = setTimeout(() => {
      this.#pause = undefined;
      if (this.#news) this.#tellSoon();
    }, PAUSE_MS);
  }

  #tellAll(): void {
    this.#news = false;
    const views = new Map<Role, Map<Part, string>>();
    for (const connection of this.#connections) this.#tell(connection, views);
  }

  /** @param views what is the same for everyone of a role, written once */
  #tell({ claims, device, send, sent }: Connection, views: Map<Role, Map<Part, string>>): void {
    const { role } = claims;
    const common = views.get(role) ?? write(shared(this.room, this.lesson, role));
    views.set(role, common);
    const own = JSON.stringify(mine(this.room, claims, device));
    const parts: string[] = [];
    for (const [part, text] of [...common, ['mine', own] as const]) {
      if (sent.get(part) === text) continue;
      sent.set(part, text);
      parts.push(`${JSON.stringify(part)}:${text}`);
    }
    if (parts.length > 0) send(`{${parts.join()}}`);
  }
}

function write(view: Omit<View, 'mine'>): Map<Part, string> {
  const parts = Object.entries(view) as [Part, unknown][];
  return new Map(parts.map(([part, value]) => [part, JSON.stringify(value)]));
}
