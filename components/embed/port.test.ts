// The frame's end of the port, with a host beside it.

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Happening, Reply } from '@/packages/foretoken-embed/src/protocol';
import { openPort } from './port';

const host = {};
const frame = new EventTarget();
const done = { value: null };
const set = vi.fn(async (query: unknown) => ({ value: `v=2&${query}` }));

beforeEach(() => {
  vi.stubGlobal('parent', host);
  vi.stubGlobal('addEventListener', frame.addEventListener.bind(frame));
});
afterEach(() => vi.unstubAllGlobals());

function open() {
  return openPort({
    first: () => ({ event: 'ready', panel: 'aux', query: '' }),
    unknown: (call, allowed) => `${call}: allowed: ${allowed}`,
    handlers: {
      play: async () => done,
      pause: async () => ({ fault: 'Nothing to play.' }),
      step: async () => Promise.reject(new Error('lost')),
      set,
      snapshot: async () => ({ value: { svg: '<svg/>' } }),
      destroy: async () => done,
    },
  });
}

/** Offers a port as `source` would, and gathers what comes through it. */
function connect(source: object = host, data: unknown = { foretoken: 1, connect: true }) {
  const { port1, port2 } = new MessageChannel();
  const heard: (Reply | Happening)[] = [];
  port1.onmessage = ({ data }) => heard.push(data);
  frame.dispatchEvent(Object.assign(new Event('message'), { data, source, ports: [port2] }));
  return { heard, port: port1, close: () => port1.close() };
}

test('a host is answered under the number of its request', async () => {
  const tell = open();
  const { heard, port, close } = connect();
  port.postMessage({ id: 7, call: 'set', with: 'names.seed=9' });
  port.postMessage({ id: 8, call: 'pause' });
  port.postMessage({ id: 9, call: 'step' });
  port.postMessage({ id: 10, call: 'constructor' });
  port.postMessage({ call: 'play' });
  port.postMessage(null);
  tell({ event: 'height', height: 12 });
  await vi.waitFor(() => expect(heard).toHaveLength(6));
  expect(heard[0]).toEqual({ event: 'ready', panel: 'aux', query: '' });
  expect(heard).toContainEqual({ id: 7, value: 'v=2&names.seed=9' });
  expect(heard).toContainEqual({ id: 8, fault: 'Nothing to play.' });
  expect(heard).toContainEqual({ id: 9, fault: 'Error: lost' });
  expect(heard).toContainEqual({
    id: 10,
    fault: 'constructor: allowed: play, pause, step, set, snapshot, destroy',
  });
  expect(heard).toContainEqual({ event: 'height', height: 12 });
  close();
});

test('only the parent connects, in this version, once', async () => {
  open();
  const others = [
    connect({}),
    connect(host, { foretoken: 2, connect: true }),
    connect(host, { foretoken: 1 }),
    connect(host, null),
  ];
  const first = connect();
  const second = connect();
  await vi.waitFor(() => expect(first.heard).toHaveLength(1));
  for (const { heard, close } of [...others, second]) {
    expect(heard).toEqual([]);
    close();
  }
  first.close();
});

test('what is destroyed says so and nothing more', async () => {
  const tell = open();
  const { heard, port, close } = connect();
  port.postMessage({ id: 1, call: 'destroy' });
  await vi.waitFor(() => expect(heard).toContainEqual({ id: 1, value: null }));
  tell({ event: 'height', height: 12 });
  port.postMessage({ id: 2, call: 'play' });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(heard).toHaveLength(2);
  close();
});
