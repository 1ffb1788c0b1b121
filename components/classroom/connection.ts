// A page's line to its room. Says at every moment how it stands, keeps the last words of this device, and says
// them again until the room has heard them. Knows no React. Read next: use-room.ts.

import type { Message, View, Words } from '@/classroom';
import { createStore, type Store } from '../notebook/store';
import { at } from '../site';
import { readEvents } from './read-events';

export type LineStatus =
  | Readonly<{ kind: 'connecting' }>
  | Readonly<{ kind: 'live' }>
  /** No stream comes through: the room is asked again and again. */
  | Readonly<{ kind: 'polling' }>
  | Readonly<{ kind: 'lost' }>
  /** Nothing will come any more; the sentence is for the reader. */
  | Readonly<{ kind: 'gone'; sentence: string }>;

export type RoomState = Readonly<{
  status: LineStatus;
  view: View | null;
  /** What the room answered to the last words, where it refused them. */
  problem: string | null;
}>;

export type Connection = Readonly<{
  store: Store<RoomState>;
  /** This page's own 128 bits. */
  device: string;
  say: (words: Words) => void;
  /** Does not wait for the next try. */
  retry: () => void;
  close: () => void;
}>;

export type ConnectionOptions = Readonly<{
  code: string;
  token: string;
  /** Where last words are kept over a reload. */
  storage: Pick<Storage, 'getItem' | 'setItem'>;
  fetch?: typeof fetch;
  /** Waits between tries, ms; shortened by tests. */
  waits?: Readonly<Partial<typeof WAITS>>;
}>;

const WAITS = {
  /** The first try after a loss; doubles up to the longest. */
  first: 300,
  longest: 5_000,
  /** Nothing on the stream for this long: it is dead. The server sends something every 15 s. */
  silence: 40_000,
  /** A stream that says nothing at first is held back on its way. */
  held: 6_000,
  poll: 2_000,
};

/** Polls before a stream is tried again. */
const POLLS = 20;

type Kept = { device: string; n: number; words: Record<string, Message> };

export function createConnection(options: ConnectionOptions): Connection {
  const { code, token, storage, fetch: ask = fetch } = options;
  const waits = { ...WAITS, ...options.waits };
  const store = createStore<RoomState>({
    ...{ status: { kind: 'connecting' }, view: null, problem: null },
  });
  const address = (what: string) => at(`/api/classroom/${code}/${what}`);
  const kept = readKept(storage, keyOf(code, token));
  const headers = { Authorization: `Bearer ${token}`, 'X-Device': kept.device };
  /** Number of the last message that the room is known to have heard. */
  let heard = 0;
  let sending = false;
  let closed = false;
  let wake = () => {};
  let current = new AbortController();

  const set = (change: Partial<RoomState>) => store.set({ ...store.get(), ...change });
  const over = () => closed || store.get().status.kind === 'gone';

  function see(parts: Partial<View>, status: LineStatus, first: boolean) {
    const view = { ...store.get().view, ...parts } as View;
    set({ view, status });
    if (view.now.ended) {
      set({ status: { kind: 'gone', sentence: 'The lesson has ended.' } });
      current.abort();
      return;
    }
    if (view.mine.removed) {
      set({
        status: { kind: 'gone', sentence: 'The teacher has taken this device out of the room.' },
      });
      current.abort();
      return;
    }
    heard = first ? view.mine.heard : Math.max(heard, view.mine.heard);
    // Who no longer drives has nothing to say again about where the lesson is.
    const { driver } = view.now;
    const drove = kept.words.drive?.n ?? 0;
    if (driver !== null && driver !== kept.device && heard >= drove) {
      delete kept.words.drive;
    }
    void send();
  }

  /** Says what was not heard yet, in order, one at a time. */
  async function send(): Promise<void> {
    if (sending) return;
    sending = true;
    try {
      for (let next = unheard(); next && !over(); next = unheard()) {
        const body = JSON.stringify(next);
        const response = await ask(address('say'), { method: 'POST', headers, body });
        if (response.ok) {
          heard = next.n;
          set({ problem: null });
          continue;
        }
        const sentence = await sentenceOf(response);
        set({ problem: sentence });
        // Too fast, or the server is in trouble: the same words again, later.
        if (response.status === 429 || response.status >= 500) await rest(waits.first * 3);
        else forget(next);
      }
    } catch {
      // No line for the moment; the stream may be whole, so nothing else would try again.
      if (!over()) setTimeout(() => void send(), waits.first * 3);
    } finally {
      sending = false;
    }
  }

  function unheard(): Message | undefined {
    return Object.values(kept.words)
      .filter(({ n }) => n > heard)
      .sort((a, b) => a.n - b.n)[0];
  }

  function keep() {
    try {
      storage.setItem(keyOf(code, token), JSON.stringify(kept));
    } catch {
      // Storage is full or closed: the words last as long as the page.
    }
  }

  function forget(message: Message) {
    for (const [place, words] of Object.entries(kept.words)) {
      if (words.n === message.n) delete kept.words[place];
    }
  }

  async function run(): Promise<void> {
    let wait = waits.first;
    while (!over()) {
      const went = await stream();
      if (over()) return;
      if (went === 'held') {
        await poll();
        continue;
      }
      if (went === 'lost') set({ status: { kind: 'lost' } });
      if (went === 'ended') wait = waits.first;
      // Not all of a class at the same moment.
      await rest(wait * (0.5 + Math.random()));
      wait = Math.min(waits.longest, wait * 2);
    }
  }

  /** @returns how it ended: `held` where nothing came through, `ended` where it had worked */
  async function stream(): Promise<'lost' | 'held' | 'ended'> {
    const control = new AbortController();
    current = control;
    let quiet: 'held' | 'silent' | null = null;
    let begun = false;
    let timer = setTimeout(() => stop('held'), waits.held);
    const stop = (why: 'held' | 'silent') => {
      quiet = why;
      control.abort();
    };
    try {
      const response = await ask(address('stream'), { headers, signal: control.signal });
      if (!response.ok) return await refused(response);
      for await (const data of readEvents(response, () => {
        clearTimeout(timer);
        timer = setTimeout(() => stop('silent'), waits.silence);
      })) {
        see(JSON.parse(data) as Partial<View>, { kind: 'live' }, !begun);
        begun = true;
      }
    } catch {
      // A line that breaks; what stopped it is told below.
    } finally {
      clearTimeout(timer);
      control.abort();
    }
    if (!over()) set({ status: { kind: 'lost' } });
    if (begun) return 'ended';
    return quiet === 'held' ? 'held' : 'lost';
  }

  async function poll(): Promise<void> {
    for (let count = 0; count < POLLS && !over(); count++) {
      try {
        const response = await ask(address('view'), { headers });
        if (!response.ok) {
          await refused(response);
          if (over()) return;
        } else see((await response.json()) as View, { kind: 'polling' }, true);
      } catch {
        set({ status: { kind: 'lost' } });
      }
      await rest(waits.poll);
    }
  }

  /** A room that is gone stays gone; anything else may pass. */
  async function refused(response: Response): Promise<'lost'> {
    const sentence = await sentenceOf(response);
    if ([401, 403, 404].includes(response.status)) set({ status: { kind: 'gone', sentence } });
    return 'lost';
  }

  function rest(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  void run();
  return {
    store,
    device: kept.device,
    say(words) {
      kept.n = Math.max(kept.n + 1, Date.now());
      const message = { ...words, n: kept.n, device: kept.device } as Message;
      kept.words[placeOf(message)] = message;
      keep();
      void send();
    },
    retry: () => wake(),
    close() {
      closed = true;
      current.abort();
      wake();
    },
  };
}

/** Newer words in the same place say all that older ones said. */
function placeOf(message: Message): string {
  if (message.kind !== 'answer') return message.kind;
  return `${'choice' in message.answer ? 'choice' : 'numbers'} ${message.scene}`;
}

function keyOf(code: string, token: string): string {
  return `foretoken-words-${code}-${token.slice(-8)}`;
}

function readKept(storage: ConnectionOptions['storage'], key: string): Kept {
  try {
    const text = storage.getItem(key);
    if (text) return JSON.parse(text) as Kept;
  } catch {
    // What cannot be read is begun anew.
  }
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const device = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { device, n: 0, words: {} };
}

/** The sentence of a refusal, or what a proxy in between left of it. */
export async function sentenceOf(response: Response): Promise<string> {
  try {
    const { error } = (await response.json()) as { error: { sentence: string } };
    return error.sentence;
  } catch {
    return `The server answered ${response.status}, which it should not.`;
  }
}
