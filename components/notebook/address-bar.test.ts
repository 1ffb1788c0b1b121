import { describe, expect, test } from 'vitest';
import { uniform } from '@/gpu';
import { setPrompt, setSeed, setTemperature, turn } from './actions';
import { formatAddress } from './address';
import { type Bar, createAddressBar } from './address-bar';
import { emptyState } from './fixture';
import type { Choices } from './state';
import { createStore } from './store';

/** A browser's history in a list. `go` reads the address afterwards, as `popstate` does. */
function setUp(query = '') {
  const entries = [query];
  let current = 0;
  const queue: (() => void)[] = [];
  const bar: Bar = {
    query: () => entries[current] ?? '',
    replace: (next) => {
      entries[current] = next;
    },
    push: (next) => {
      entries.splice(current + 1, entries.length, next);
      current += 1;
    },
    go: (steps) => {
      const next = current + steps;
      if (next < 0 || next >= entries.length) return;
      current = next;
      address.read();
    },
    index: () => current,
  };
  const store = createStore(emptyState());
  const address = createAddressBar(store, bar, (run) => queue.push(run));
  const flush = () => {
    for (const run of queue.splice(0)) run();
  };
  return { address, entries, flush, store, bar };
}

/** One of the things a reader can do, chosen by u in [0, 1). */
function act(choices: Choices, u: number): Choices {
  if (u < 0.4) return turn(choices, 'names', Math.floor(u * 20), u);
  if (u < 0.6) return setSeed(choices, 'names', Math.floor(u * 9999));
  if (u < 0.8) return setTemperature(choices, 'tales', Math.floor(u * 15) / 10);
  return setPrompt(choices, 'tales', `prompt ${u}`);
}

describe('undo', () => {
  test('takes back forty actions one by one, and redo brings them again', () => {
    const { address, store } = setUp();
    const seen = [formatAddress(store.get().choices)];
    for (let k = 0; k < 40; k++) {
      address.commit(act(store.get().choices, uniform(11, k)));
      const now = formatAddress(store.get().choices);
      if (now !== seen.at(-1)) seen.push(now);
    }
    for (const query of seen.slice(0, -1).reverse()) {
      address.undo();
      expect(formatAddress(store.get().choices)).toBe(query);
    }
    address.undo();
    expect(formatAddress(store.get().choices)).toBe(seen[0]);
    for (const query of seen.slice(1)) {
      address.redo();
      expect(formatAddress(store.get().choices)).toBe(query);
    }
  });

  test('the buttons know whether there is a way back, and one forward', () => {
    const { address, store } = setUp();
    address.read();
    const ways = () => store.get().ways;
    expect(ways()).toEqual({ undo: false, redo: false });
    address.commit(setSeed(store.get().choices, 'names', 42));
    address.commit(setSeed(store.get().choices, 'names', 43));
    expect(ways()).toEqual({ undo: true, redo: false });
    address.undo();
    expect(ways()).toEqual({ undo: true, redo: true });
    address.undo();
    expect(ways()).toEqual({ undo: false, redo: true });
    address.commit(setSeed(store.get().choices, 'names', 44));
    expect(ways()).toEqual({ undo: true, redo: false });
  });

  test('says what it took back, in which model, and what it brought again', () => {
    const { address, store } = setUp();
    address.commit(setSeed(store.get().choices, 'names', 42));
    address.commit(setTemperature(store.get().choices, 'tales', 1.2));
    expect(store.get().moved).toBeNull();
    address.undo();
    const temperature = { model: 'tales', name: 'sampling' };
    expect(store.get().moved).toEqual({ way: 'undone', what: [temperature] });
    address.undo();
    const seed = { model: 'names', name: 'seed' };
    expect(store.get().moved).toEqual({ way: 'undone', what: [seed] });
    address.redo();
    expect(store.get().moved).toEqual({ way: 'redone', what: [seed] });
    address.commit(setSeed(store.get().choices, 'names', 43));
    expect(store.get().moved).toBeNull();
  });

  test('a drag is one entry, however many values it passed', () => {
    const { address, entries, flush, store } = setUp();
    for (let k = 1; k <= 9; k++) {
      address.preview(turn(store.get().choices, 'names', 0, k / 10));
      flush();
    }
    expect(entries).toHaveLength(1);
    address.commit(turn(store.get().choices, 'names', 0, 0.95));
    expect(entries).toHaveLength(2);
    address.undo();
    expect(store.get().choices.runs.names.u).toEqual({});
  });

  test('a late write of a drag never overwrites what was committed after it', () => {
    const { address, entries, flush, store } = setUp();
    address.preview(turn(store.get().choices, 'names', 0, 0.5));
    address.commit(setSeed(store.get().choices, 'names', 42));
    flush();
    expect(entries).toEqual(['', `?${formatAddress(store.get().choices)}`]);
  });
});

test('a link that cannot be read leaves a problem and the default', () => {
  const { address, store } = setUp('?names.seed=x');
  address.read();
  expect(store.get().problems.map(({ parameter }) => parameter)).toEqual(['names.seed']);
  expect(store.get().choices).toEqual(emptyState().choices);
});
