// Addresses that nobody means well with, in the real frame and its real scripts: none runs a script, none leaves a
// blank, and what cannot be read is named. The same ones without a browser: components/embed/parameters.test.ts.

import type { Page } from '@playwright/test';
import { parseFrame } from '@/components/embed/parameters';
import { strangeQueries } from '@/components/embed/strange-queries';
import { parseAddress } from '@/components/notebook/address';
import { PROBLEM_WORDS, type Problem, problemSentence, sayFrom } from '@/gpu';
import { expect, test } from './page';

const english = (problem: Problem) => problemSentence(problem, sayFrom(PROBLEM_WORDS));

/** `said`: what a reader must find about the query. */
type Case = Readonly<{ query: string; said: string }>;
type Check = (cases: readonly Case[]) => Promise<string[]>;
/** Functions of the page below. */
type Checks = Readonly<{ checkAsleep: Check; checkAwake: Check }>;

/** In ASCII, as a browser writes addresses: Node reads other signs beside broken percent signs in its own way. */
function asCase(strange: string): Case {
  const query = strange.replaceAll(/[^ -~]+/g, (text) => encodeURIComponent(text.toWellFormed()));
  const { query: rest, problems } = parseFrame(query);
  const said = [...problems, ...parseAddress(rest).problems].map(english).join(' ');
  return { query, said };
}

/** Runs in a page of the site: a sleeping frame for every query, or all queries to three that are awake. */
function defineChecks() {
  function wrongWith(frame: HTMLIFrameElement, { query, said }: Case): string[] {
    const inside = frame.contentDocument?.body;
    const wrong: string[] = [];
    const figure = inside?.querySelector('#figure');
    const marks = figure?.querySelectorAll('svg, table, .chip').length ?? 0;
    if (marks === 0 || (figure?.textContent ?? '').length < 200) wrong.push('blank');
    if (!(inside?.textContent ?? '').includes(said)) wrong.push(`not said: ${said}`);
    // What we write in bold has a class.
    const theirs =
      '#figure :is(script, img, iframe, b:not([class])), #news :not(span), [onload], [onerror]';
    const found = inside?.querySelector(theirs);
    if (found) wrong.push(`an element of theirs: ${found.outerHTML}`);
    if (inside?.querySelector('[href^="javascript:"]')) wrong.push('a link of theirs');
    return wrong.map((what) => `${query}: ${what}`);
  }

  /** Loads the panel; resolves once it has said its last greeting, with how to reach it. */
  function load(frame: HTMLIFrameElement, address: string): Promise<void> {
    return new Promise((resolve) => {
      const hear = ({ data, source }: MessageEvent) => {
        if (source !== frame.contentWindow || data.event !== 'hello') return;
        removeEventListener('message', hear);
        resolve();
      };
      addEventListener('message', hear);
      frame.src = address;
    });
  }

  function mount(): HTMLIFrameElement {
    const frame = document.createElement('iframe');
    Object.assign(frame, { width: '600', height: '300' });
    document.body.append(frame);
    return frame;
  }

  async function open(name: string) {
    const frame = mount();
    await load(frame, `/embed/${name}`);
    const { port1, port2 } = new MessageChannel();
    frame.contentWindow?.postMessage({ foretoken: 1, connect: true }, '*', [port2]);
    let count = 0;
    const set = (query: string) =>
      new Promise<void>((resolve) => {
        const id = ++count;
        port1.onmessage = ({ data }) => data.id === id && resolve();
        port1.postMessage({ id, call: 'set', with: query });
      });
    return { frame, set };
  }
  let opened: ReturnType<typeof open>[] | undefined;

  /** Every worker of the list takes the next case until none is left. */
  async function share(cases: readonly Case[], checks: ((item: Case) => Promise<string[]>)[]) {
    const left = cases.values();
    const wrong: string[] = [];
    await Promise.all(
      checks.map(async (check) => {
        for (const item of left) wrong.push(...(await check(item)));
      }),
    );
    return wrong;
  }

  const checks: Checks = {
    checkAsleep: (cases) =>
      share(
        cases,
        [1, 2, 3, 4].map(() => {
          const frame = mount();
          return async (item) => {
            await load(frame, `/embed/cover${item.query}`);
            return wrongWith(frame, item);
          };
        }),
      ),
    async checkAwake(cases) {
      opened ??= ['cover', 'accept', 'joint'].map(open);
      const frames = await Promise.all(opened);
      return share(
        cases,
        frames.map(({ frame, set }) => async (item) => {
          await set(item.query);
          return wrongWith(frame, item);
        }),
      );
    },
  };
  Object.assign(window, checks);
}

const check = (page: Page, name: keyof Checks, cases: readonly Case[]) =>
  page.evaluate(([which, all]) => (window as unknown as Checks)[which](all), [
    name,
    cases,
  ] as const);

test.beforeEach(async ({ page, complaints }, { project }) => {
  test.skip(project.name === 'phone', 'what is read and said does not depend on the screen');
  test.setTimeout(240_000);
  page.on('dialog', (dialog) => {
    complaints.errors.push(`a script ran: ${dialog.message()}`);
    void dialog.dismiss();
  });
  // Any small document of the site, which may look into frames of it. This one names no icon.
  await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
  await page.goto('/oembed/cover.json');
  await page.evaluate(defineChecks);
});

test('three thousand are told to panels that are awake', async ({ page, complaints }) => {
  const cases = Array.from(strangeQueries(3000), asCase);
  expect(cases.filter(({ said }) => said !== '').length).toBeGreaterThan(1500);
  for (let from = 0; from < cases.length; from += 500) {
    expect(await check(page, 'checkAwake', cases.slice(from, from + 500))).toEqual([]);
  }
  expect(complaints).toEqual({ errors: [], elsewhere: [] });
});

test('five hundred stand in the address of a frame', async ({ page, baseURL, complaints }) => {
  const searches = Array.from(
    strangeQueries(500),
    (query) => new URL(`/embed/cover?${query}`, baseURL).search,
  );
  expect(await check(page, 'checkAsleep', searches.map(asCase))).toEqual([]);
  expect(complaints).toEqual({ errors: [], elsewhere: [] });
});
