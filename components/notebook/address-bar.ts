// Keeps the address and the choices the same. While the reader drags, the current entry of the history
// is replaced; what is committed becomes a new entry, so the browser's Back undoes and Forward redoes.

import { formatAddress, parseAddress } from './address';
import type { Choices, State } from './state';
import type { Store } from './store';
import { touched } from './touched';

/** What is needed of a window, so that tests need none. */
export type Bar = Readonly<{
  /** Query of the address, with its question mark if there is one. */
  query: () => string;
  replace: (query: string, index: number) => void;
  push: (query: string, index: number) => void;
  /** Go back (-1) or forward (1) one entry. */
  go: (steps: number) => void;
  /** How many entries of ours lie behind the current one. */
  index: () => number;
}>;

export type AddressBar = Readonly<{
  /** Show choices that may change again at once: nothing to undo yet. */
  preview: (choices: Choices) => void;
  /** Make choices an entry of the history. */
  commit: (choices: Choices) => void;
  undo: () => void;
  redo: () => void;
  /** Take up what the address says: at the start, and after Back and Forward. */
  read: () => void;
}>;

/** Browsers allow about a hundred changes of the address in half a minute. */
const REPLACE_MS = 350;

export function createAddressBar(
  store: Store<State>,
  bar: Bar,
  later: (run: () => void, ms: number) => void = setTimeout,
): AddressBar {
  /** Query of the last committed choices. */
  let committed = bar.query();
  let waiting = false;
  /** The last entry that is known to be there; after a reload, the current one. */
  let last = bar.index();
  /** The entry whose choices are shown. */
  let shown = bar.index();

  function choose(choices: Choices) {
    store.set({ ...store.get(), choices });
  }

  /** After the current entry has changed. */
  function look() {
    const index = bar.index();
    last = Math.max(last, index);
    shown = index;
    store.set({ ...store.get(), ways: { undo: index > 0, redo: index < last } });
  }

  function writeSoon() {
    if (waiting) return;
    waiting = true;
    later(() => {
      if (!waiting) return;
      waiting = false;
      bar.replace(queryOf(store.get().choices), bar.index());
    }, REPLACE_MS);
  }

  return {
    preview(choices) {
      choose(choices);
      writeSoon();
    },
    commit(choices) {
      const query = queryOf(choices);
      choose(choices);
      if (store.get().moved) store.set({ ...store.get(), moved: null });
      waiting = false;
      if (query === committed) {
        bar.replace(query, bar.index());
        return;
      }
      // A drag has overwritten the entry it started from: that one goes back to what it was.
      if (bar.query() !== committed) bar.replace(committed, bar.index());
      bar.push(query, bar.index() + 1);
      committed = query;
      last = bar.index();
      look();
    },
    undo() {
      if (bar.index() > 0) bar.go(-1);
    },
    redo() {
      if (bar.index() < last) bar.go(1);
    },
    read() {
      waiting = false;
      committed = bar.query();
      const { choices, problems } = parseAddress(committed);
      const what = touched(store.get().choices, choices);
      const way = bar.index() < shown ? 'undone' : 'redone';
      const moved = bar.index() === shown || what.length === 0 ? null : ({ way, what } as const);
      store.set({ ...store.get(), choices, moved, problems });
      look();
    },
  };
}

function queryOf(choices: Choices): string {
  const query = formatAddress(choices);
  return query === '' ? '' : `?${query}`;
}

/** The bar of this window. Entries keep their index beside whatever else the page keeps in them. */
export function windowBar(): Bar {
  const url = (query: string) => `${location.pathname}${query}${location.hash}`;
  return {
    query: () => location.search,
    replace: (query, index) => history.replaceState({ ...history.state, index }, '', url(query)),
    push: (query, index) => history.pushState({ ...history.state, index }, '', url(query)),
    go: (steps) => {
      // The browser would scroll to where the reader was then.
      const { scrollX: left, scrollY: top } = window;
      const stay = () => requestAnimationFrame(() => scrollTo({ left, top, behavior: 'instant' }));
      addEventListener('popstate', stay, { once: true });
      history.go(steps);
    },
    index: () => {
      const state: unknown = history.state;
      const held = state && typeof state === 'object' && 'index' in state ? state.index : 0;
      return typeof held === 'number' ? held : 0;
    },
  };
}
