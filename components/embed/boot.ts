// The first script of a frame, without React: says what the address has wrong, tells the host the height,
// answers the host's calls, and wakes the panel when it is touched, or seen where the address says so.

import { type Hello, PROTOCOL } from '@/packages/foretoken-embed/src/protocol';
import { wordsFrom } from '../i18n/words';
import { heightMessages, watchHeight } from './height';
import type { Live, Start } from './live';
import { showLook } from './look';
import { ATTRIBUTION, FIGURE, NEWS, RUN, readGiven } from './page-parts';
import { parseFrame } from './parameters';
import { openPort } from './port';
import { watchSight } from './sight';
import { firstTouch } from './touch';

const given = readGiven();
const words = wordsFrom(given.words, given.locale);
const figure = element(FIGURE);
const run = element(RUN);

let address = parseFrame(location.search);
let live: Promise<Live> | undefined;

/** What is wrong with the address, then `state`. */
function say(...state: string[]) {
  const wrong = address.problems.map((problem) => words('wrong', { ...problem }));
  element(NEWS).textContent = [...wrong, ...state].join(' ');
}

/** What stands here before the panel wakes. */
async function sayRecorded() {
  if (address.query === '') return say(words('recorded'));
  say(words('others'));
  const { runNotice } = await import('./run-notice');
  if (!live) say(runNotice(address.query), words('others'));
}

/** The live panel; fetched by the first who asks, and by the next where that failed. */
function wake(): Promise<Live> {
  live ??= start().catch((cause: unknown) => {
    live = undefined;
    say(words('unreachable'));
    tell({ event: 'error', fault: words('unreachable') });
    throw cause;
  });
  return live;
}

async function start(): Promise<Live> {
  say(words('waking'));
  const file = (await import(given.live)) as { start: Start };
  const panel = await file.start(given, figure, address.query, tell);
  panel.light(address.look.cursor);
  run.hidden = true;
  say();
  tell({ event: 'awake' });
  return panel;
}

const nothingToPlay = { fault: words('nothingToPlay', { panel: given.title }) };
const done = { value: null };

async function play(on: boolean) {
  const player = (await wake()).player();
  player?.play(on);
  return player ? done : nothingToPlay;
}

const tell = openPort({
  first: () => ({ event: 'ready', panel: given.name, query: address.query }),
  unknown: (call, allowed) => words('noSuchCall', { call, allowed }),
  handlers: {
    play: () => play(true),
    pause: () => play(false),
    async step(by) {
      const player = (await wake()).player();
      player?.play(false);
      player?.go(clamp(player.index + (by === -1 ? -1 : 1), player.count - 1));
      return player ? done : nothingToPlay;
    },
    async set(query) {
      const panel = await wake();
      address = parseFrame(String(query));
      showLook(address.look);
      say();
      panel.set(address.query);
      panel.light(address.look.cursor);
      return { value: panel.query() };
    },
    async snapshot(kind) {
      const { pictureOf } = await import('./snapshot');
      const picture = await pictureOf(figure, kind === 'png' ? 'png' : 'svg', given.title);
      return picture ? { value: picture } : { fault: words('noPicture', { panel: given.title }) };
    },
    async destroy() {
      (await live)?.destroy();
      figure.remove();
      return done;
    },
  },
});

void sayRecorded();
firstTouch(figure, wake);
run.addEventListener('click', () => wake());
run.hidden = false;
watchSight({
  seen: () => address.look.autostart && wake(),
  asleep: async () => {
    (await live)?.rest();
    if (live) tell({ event: 'asleep' });
  },
  awake: async () => {
    (await live)?.resume();
    if (live) tell({ event: 'awake' });
  },
});
const link = element(ATTRIBUTION) as HTMLAnchorElement;
link.search = address.query;
watchHeight((height) => {
  for (const message of heightMessages(height, location.hash)) tellParent(message);
  tell({ event: 'height', height });
});
tellParent({ foretoken: PROTOCOL, event: 'hello', panel: given.name } satisfies Hello);

/** A page that stands alone is its own parent, and has nobody to tell. */
function tellParent(message: object) {
  if (parent !== window) parent.postMessage(message, '*');
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no element #${id}.`);
  return found;
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(most, value));
}
