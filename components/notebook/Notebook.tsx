'use client';
// Holds the state of one page of the notebook: wrap the panels in it. Choices live in the address, the
// models in a worker, the first paint in the recorded runs. Read next: context.ts, conductor.ts.

import { type ReactNode, useEffect, useState } from 'react';
import { MODEL_NAMES } from '@/gpu';
import { type AddressBar, createAddressBar, windowBar } from './address-bar';
import { type Client, createClient, openPageWorker } from './client';
import { type Conductor, createConductor } from './conductor';
import { type Actions, NotebookContext, type NotebookValue } from './context';
import { MovedNote } from './MovedNote';
import { Notice } from './Notice';
import type { PartName } from './part-names';
import { fromFile, recordedState } from './recorded';
import type { State } from './state';
import { createStore, type Store } from './store';

type Live = Readonly<{ bar: AddressBar; client: Client; conductor: Conductor }>;

/**
 * The state of a page: panels inside it share one store, one worker and one address.
 * @param of made outside where something else drives it, too
 */
export function Notebook({ children, of }: { children: ReactNode; of?: LiveNotebook }) {
  const [notebook] = useState(() => of ?? createNotebook());
  useEffect(() => notebook.open(), [notebook]);
  return (
    <NotebookContext value={notebook.value}>
      <Notice />
      <MovedNote />
      {children}
    </NotebookContext>
  );
}

export type LiveNotebook = ReturnType<typeof createNotebook>;

/** A notebook that is yet to be opened, which <Notebook> does. */
export function createNotebook(makeBar = windowBar, openWorker = openPageWorker) {
  const store = createStore<State>(recordedState);
  const early = new Set<PartName>();
  let live: Live | undefined;

  const actions: Actions = {
    preview: (change) => live?.bar.preview(change(store.get().choices)),
    commit: (change) => live?.bar.commit(change(store.get().choices)),
    undo: () => live?.bar.undo(),
    redo: () => live?.bar.redo(),
    open: (choices, traces) => {
      for (const part of MODEL_NAMES) {
        const own = traces.filter(({ run }) => run.model === part);
        if (own.length === 0) continue;
        live?.conductor.stop(part);
        const state = store.get();
        const shown = Object.fromEntries(own.map((trace) => [trace.run.method, fromFile(trace)]));
        store.set({ ...state, traces: { ...state.traces, [part]: shown } });
      }
      live?.bar.commit(choices);
    },
    pin: (pin) => store.set({ ...store.get(), pins: [...store.get().pins, pin] }),
    unpin: (pin) =>
      store.set({ ...store.get(), pins: store.get().pins.filter((other) => other !== pin) }),
    light: (lit) => store.set({ ...store.get(), lit }),
    want: (part) => {
      early.add(part);
      live?.conductor.want(part);
    },
    stop: (part) => live?.conductor.stop(part),
    again: (part) => live?.conductor.again(part),
    cancel: (model) => live?.client.allow(model, false),
    retry: () => {
      for (const model of MODEL_NAMES) live?.client.allow(model, true);
      live?.conductor.retry();
    },
  };

  /** After mounting: the address is read and the worker may start. Returns how to close again. */
  function open() {
    const client = createClient(({ model, status, config }) => {
      const state = store.get();
      const known = state.models[model];
      const next = { config: config ?? known.config, status };
      store.set({ ...state, models: { ...state.models, [model]: next } });
    }, openWorker);
    const bar = createAddressBar(store, makeBar());
    const conductor = createConductor(store, client);
    live = { bar, client, conductor };
    bar.read();
    for (const part of early) conductor.want(part);
    const stopListening = listen(live, store);
    return () => {
      stopListening();
      conductor.destroy();
      client.destroy();
      live = undefined;
    };
  }

  const value: NotebookValue = { store, initial: recordedState, actions };
  return {
    value,
    open,
    /** Gives worker and GPU back while nobody can see the page. */
    rest: () => live?.client.release(),
    /** Goes on with what was under way. */
    resume: () => live?.conductor.restart(),
  };
}

/**
 * Back and Forward; Ctrl+Z, and Ctrl+Shift+Z or Ctrl+Y. In a text field the keys undo typing, as
 * everywhere. What failed is tried again when the browser comes back online. A page that is left gives
 * its worker back, and goes on if it is shown again.
 */
function listen({ bar, client, conductor }: Live, store: Store<State>) {
  const onPop = () => bar.read();
  const onKey = (event: KeyboardEvent) => {
    const key = event.key.toLowerCase();
    const z = key === 'z' && (event.ctrlKey || event.metaKey);
    const y = key === 'y' && event.ctrlKey;
    if (!z && !y) return;
    if (
      event.target instanceof HTMLElement &&
      event.target.matches('input:not([type=range]):not([type=radio]), textarea')
    )
      return;
    event.preventDefault();
    if (y || event.shiftKey) bar.redo();
    else bar.undo();
  };
  const onShow = ({ persisted }: PageTransitionEvent) => persisted && conductor.restart();
  addEventListener('popstate', onPop);
  addEventListener('keydown', onKey);
  addEventListener('online', conductor.retry);
  addEventListener('pagehide', client.release);
  addEventListener('pageshow', onShow);
  return () => {
    removeEventListener('popstate', onPop);
    removeEventListener('keydown', onKey);
    removeEventListener('online', conductor.retry);
    removeEventListener('pagehide', client.release);
    removeEventListener('pageshow', onShow);
    store.set({ ...store.get(), lit: null });
  };
}
