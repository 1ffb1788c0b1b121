// The page's end of the worker, with a worker that only listens.

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createClient } from './client';
import { DEFAULTS } from './defaults';
import type { Ask, Task, Tell } from './protocol';

class Listening {
  static readonly all: Listening[] = [];
  readonly heard: Ask[] = [];
  terminated = false;
  onmessage: ((event: { data: Tell }) => void) | undefined;
  constructor() {
    Listening.all.push(this);
  }
  postMessage(ask: Ask) {
    this.heard.push(ask);
  }
  terminate() {
    this.terminated = true;
  }
}

const page = Object.assign(new EventTarget(), { hidden: false });
const task: Task = { kind: 'squares', run: DEFAULTS.runs.names };

beforeEach(() => {
  Listening.all.length = 0;
  page.hidden = false;
  vi.stubGlobal('Worker', Listening);
  vi.stubGlobal('document', page);
});
afterEach(() => vi.unstubAllGlobals());

test('a page that is left gives its worker back, and hears nothing more; the next task starts one', () => {
  const client = createClient(() => {});
  const done = vi.fn();
  client.start(task, 0, { answer: () => {}, done });
  client.release();
  const [first] = Listening.all;
  expect(first?.terminated).toBe(true);
  first?.onmessage?.({ data: { kind: 'done', id: 1 } });
  expect(done).not.toHaveBeenCalled();
  client.start(task, 0, { answer: () => {}, done });
  const [, second] = Listening.all;
  expect(second?.heard.at(-1)).toEqual({ kind: 'task', id: 2, rank: 0, task });
  second?.onmessage?.({ data: { kind: 'done', id: 2 } });
  expect(done).toHaveBeenCalledWith(null);
});

test('the worker rests while the page is hidden, and is told so when it starts', () => {
  page.hidden = true;
  const client = createClient(() => {});
  client.start(task, 0, { answer: () => {}, done: () => {} });
  const [worker] = Listening.all;
  expect(worker?.heard[0]).toEqual({ kind: 'rest', resting: true });
  page.hidden = false;
  page.dispatchEvent(new Event('visibilitychange'));
  expect(worker?.heard.at(-1)).toEqual({ kind: 'rest', resting: false });
});

test('a download is forbidden and allowed by name', () => {
  const client = createClient(() => {});
  client.start(task, 0, { answer: () => {}, done: () => {} });
  client.allow('names', false);
  const forbidden = { kind: 'download', model: 'names', allowed: false };
  expect(Listening.all[0]?.heard.at(-1)).toEqual(forbidden);
});
