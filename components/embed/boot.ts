// The first script of a frame, without React: says what the address has wrong, tells the host the height,
// answers the host's calls, and wakes the panel when it is touched, or seen where the address says so.

import { type Hello, PROTOCOL } from '@/packages/foretoken-embed/src/protocol';
import { wordsFrom } from '../i18n/words';
import { formatAddress, noticeOf, parseAddress } from '../notebook/address';
import { at } from '../site';
import { heightMessages, watchHeight } from './height';
import type { Live, Start } from './live';
import { showLook } from './look';
import { ATTRIBUTION, FIGURE, NEWS, pageOf, RUN, readGiven } from './page-parts';
import { parseFrame } from './parameters';
import { openPort } from './port';
import { watchSight } from './sight';
import { createSleeper } from './sleep';
import { wakeOnTouch } from './touch';

const given = readGiven();
const words = wordsFrom(given.words, given.locale);
const linkWords = wordsFrom(given.messages.problems, given.locale);
const figure = element(FIGURE);
const run = element(RUN);

let address = parseFrame(location.search);
let live: Promise<Live> | undefined;
/** Once it has come. */
let panel: Live | undefined;

const sleeper = createSleeper(
  () => {
    panel?.resume();
    tell({ event: 'awake' });
  },
  () => {
    panel?.rest();
    tell({ event: 'asleep' });
  },
);

function say(state: string) {
  element(NEWS).textContent = state;
}

/** What stands here before the panel wakes. Later the notebook says itself what cannot be read. */
function sayRecorded() {
  const { choices, problems } = parseAddress(address.query);
  say(words(formatAddress(choices) === '' ? 'recorded' : 'others'));
  const notice = noticeOf([...address.problems, ...problems], linkWords);
  if (notice) element(NEWS).prepend(`${notice} `);
}

/** The live panel, awake; fetched by the first who asks, and by the next where that failed. */
async function wake(): Promise<Live> {
  await sleeper.wake();
  live ??= start().catch((cause: unknown) => {
    live = undefined;
    say(words('unreachable'));
    tell({ event: 'error', fault: words('unreachable') });
    throw cause;
  });
  return live;
}

/** For those who read what went wrong below the figure. Resolves to whether it answers now. */
function wakeByHand(): Promise<boolean> {
  return wake().then(
    () => true,
    () => false,
  );
}

async function start(): Promise<Live> {
  say(words('waking'));
  const file = (await import(given.live)) as { start: Start };
  panel = await file.start(given, figure, address, tell);
  panel.light(address.look.cursor);
  run.hidden = true;
  say('');
  return panel;
}

/** What a picture says of itself: before the panel wakes it shows what was recorded. */
function caption() {
  const query = panel?.query() ?? '';
  const { seed } = parseAddress(query).choices.runs[given.model];
  const url = new URL(`${at(pageOf(given.name, given.locale))}?${query}`, location.href);
  const lines = [words('seed', { seed }), url.href.replace(/\?$/, ''), words('citation')];
  return { title: given.title, lines };
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
      const shown = await wake();
      // The look is the frame's: what the host leaves out of it stays.
      address = parseFrame(String(query), address.look);
      showLook(address.look);
      shown.set(address);
      shown.light(address.look.cursor);
      return { value: shown.query() };
    },
    async snapshot(kind) {
      const { pictureOf } = await import('./snapshot');
      return { value: await pictureOf(figure, kind === 'png' ? 'png' : 'svg', caption()) };
    },
    async destroy() {
      sleeper.sleep();
      panel?.destroy();
      figure.remove();
      return done;
    },
  },
});

sayRecorded();
wakeOnTouch(figure, wakeByHand);
run.addEventListener('click', wakeByHand);
run.hidden = false;
watchSight(() => {
  if (live || address.look.autostart) void wakeByHand();
}, sleeper.sleep);
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
